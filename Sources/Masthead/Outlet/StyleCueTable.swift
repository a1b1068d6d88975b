/// Wordings that publishers of a kind share, whatever their names: cues that hold beyond the
/// outlets of the samples. How much a cue tells for which style is counted, not stated here.
///
/// A row is a name, then wordings of one or two words in the languages at hand, from general
/// knowledge. Digits are read as 0. A name that ends in "writing" is looked for in the article
/// and has wordings of one word only, the others are looked for around it.
enum StyleCueTable {
    static let text = """
        broadcast-programme
          sendung, sendungen, mediathek, livestream, live stream, tv programm, fernsehprogramm,
          radio, hörfunk, fernsehen, podcast, podcasts, audiothek, sendung verpasst, programm,
          frequenzen, nachrichtensendung, iplayer, schedule, listen live, watch live, tv guide,
          programmes, télévision, émissions, direct, programación, en directo, radio en,
          телеканал, эфир, передачи, canlı yayın, programlar, dirette, programmi, palinsesto
        broadcast-fee
          rundfunkbeitrag, rundfunkrat, rundfunk, rundfunkanstalt, öffentlich rechtliche, public
          service, licence fee, intendant, intendantin, verwaltungsrat, publikumsservice,
          zuschauerservice, hörerservice, hörerinnen, zuschauerinnen, korrespondenten, studio,
          regionalstudio, télévision publique, service public, servizio pubblico,
          radiotelevisión
        accessibility
          leichte sprache, gebärdensprache, einfache sprache, barrierefreiheit, barrierefreie,
          untertitel, accessibility, sign language, accessibilité, accesibilidad,
          audiodeskription, hörfassung, vorlesen
        e-paper
          e paper, epaper, digitalausgabe, zeitungsausgabe, digital abo, digitalabo, printabo,
          probeabo, abo shop, aboshop, abonnement, abonnieren, abo, abonnenten, leserservice,
          abo service, aboservice, zeitung lesen, print edition, digital edition, today's paper,
          subscribe now, édition numérique, version numérique, abonnés, s'abonner, edición
          impresa, suscripción, suscríbete, prenumerata, abbonati
        obituaries
          traueranzeigen, trauer, todesanzeigen, trauerportal, obituaries, avis de, décès,
          esquelas, necrologie, familienanzeigen
        classified-ads
          anzeigen, kleinanzeigen, anzeige aufgeben, anzeigenmarkt, stellenmarkt, immobilien,
          immobilienmarkt, kfz markt, automarkt, partnersuche, stellenanzeigen, jobs in,
          classifieds, annonces, clasificados, prospekte, reisemarkt
        local-news
          lokales, lokal, lokalsport, regional, region, stadt, landkreis, kreis, stadtteile,
          stadtteil, ort, umland, blaulicht, polizeibericht, bezirke, gemeinden, local news,
          local, county, faits divers, communes, città, provincia, comarca, район
        national-politics
          politik, innenpolitik, außenpolitik, ausland, inland, deutschland, europa, politics,
          world, politique, monde, política, internacional, mundo, nacional, politica, esteri,
          политика, в мире, siyaset, dünya
        economy-section
          wirtschaft, finanzen, börse, unternehmen, economy, business, money, économie,
          economía, economia, экономика, ekonomi
        culture-section
          feuilleton, kultur, literatur, kunst, musik, film, bücher, culture, arts, books,
          cultura, культура, kültür
        sports-section
          sport, fußball, fussball, bundesliga, formel 0, tennis, football, sports, deportes,
          спорт, spor
        opinion-section
          meinung, kommentare, kommentar, leitartikel, kolumnen, kolumne, debatte, gastbeitrag,
          essay, opinion, opinions, editorial, columnists, op ed, comment is, letters, opinión,
          columnistas, tribune, мнения, görüş, yazarlar
        panorama-section
          panorama, vermischtes, gesellschaft, aus aller, leute, leben, stil, wissen, digital,
          gesundheit, reise, lifestyle, karriere, familie, société, sociedad, yaşam, общество
        celebrity
          promis, stars, vip, people, royals, klatsch, unterhaltung, celebrity, celebs, showbiz,
          gossip, entertainment, famosos, farándula, magazin, magazin promis, знаменитости,
          ünlüler
        tabloid-service
          horoskop, gewinnspiel, gewinnspiele, rätsel, sudoku, spiele, lotto, wetter,
          partnersuche, erotik, sex, schock, irre, skandal, horoscope, quiz, puzzles,
          crosswords, loterie, астрология, гороскоп, burçlar
        most-read
          meistgelesen, meistgelesene, meist gelesen, am meisten, most read, most popular,
          trending, top themen, les plus, más leído, più letti, çok okunan, популярное, самое
          читаемое
        news-ticker
          eilmeldung, eilmeldungen, newsticker, liveticker, ticker, nachrichten, aktuelle
          nachrichten, schlagzeilen, breaking news, breaking, latest news, headlines, dernières,
          actualités, últimas noticias, últimas, noticias, ultime notizie, новости, лента, son
          dakika, haberler
        paywall
          plus, premium, exklusiv, jetzt testen, testen, monatlich kündbar, freischalten,
          weiterlesen mit, registrieren, paywall, subscribers only, für abonnenten, already a,
          log in
        ad-sales
          mediadaten, werben, anzeigenpreise, media kit, mediakit, advertise, advertising,
          advertise with, inserieren, werbung buchen, publicité, publicidad, pubblicità,
          реклама, reklam
        editorial-office
          redaktion, impressum, chefredaktion, chefredakteur, verlag, redakteur, redakteurin,
          autoren, autor, editorial team, editor, newsroom, staff writer, rédaction, redacción,
          redazione, редакция, yazı işleri
        trade-press
          fachmagazin, fachzeitschrift, fachzeitung, branche, branchen, fachmedien, heft,
          heftarchiv, aktuelle ausgabe, ausgabe, ausgaben, heft bestellen, einzelheft,
          sonderheft, magazin, whitepaper, whitepapers, webinar, webinare, fachwissen,
          branchennews, fachartikel, marktübersicht, anbieterverzeichnis, current issue, back
          issues, magazine, magazine subscription, industry
        tests-reviews
          test, tests, testberichte, im test, kaufberatung, vergleich, bestenliste, ratgeber,
          tipps, reviews, review, how to, guides, buying guide, deals, gadgets, hardware,
          software, produkttest, tutorials
        recipes-leisure
          rezepte, rezept, kochen, backen, garten, wohnen, mode, beauty, fashion, deko, diy,
          recipes, recettes, reisen, outfit, interior
        shop
          warenkorb, versand, versandkosten, lieferzeit, kasse, artikelnummer, in den,
          zahlungsarten, zahlung und, mein konto, merkzettel, wunschliste, shop, kundenkonto,
          cart, add to, checkout, basket, wishlist, my account, panier, carrito, carrello, mwst,
          inkl, lieferung, retoure, widerrufsrecht, agb
        company
          unternehmen, über uns, karriere, leistungen, referenzen, kunden, unsere leistungen,
          produkte, lösungen, partner, standorte, ansprechpartner, our services, services,
          solutions, products, careers, customers, case studies, about us, company, investor
          relations, referenzprojekte, angebot anfordern, beratung, dienstleistungen, gmbh
        association
          verein, verband, mitglieder, mitglied werden, mitgliedschaft, vorstand, satzung,
          ehrenamt, geschäftsstelle, landesverbände, landesverband, ortsgruppen, stiftung,
          präsidium, membership, members, become a, board, association, gremien,
          mitgliedsbereich, bundesverband, jugend
        donation
          spenden, spende, spendenkonto, jetzt spenden, helfen, donate, donation, support us,
          faire un, unterstützen, unterstützen sie, fördern, patenschaft
        authority
          ministerium, bundesregierung, behörde, behörden, amt, rathaus, bürgerservice, bürger,
          bürgermeister, verwaltung, stadtverwaltung, formulare, ämter, öffnungszeiten,
          sprechzeiten, gemeinde, ministerin, minister, stadtrat, department, ministry,
          government, federal, office of, ayuntamiento, ministerio, gobierno, ministère,
          préfecture, министерство, bakanlığı, ausschreibungen, rechtsgrundlagen, gesetze,
          förderung, publikationen
        press-office
          presse, pressemitteilung, pressemitteilungen, pressekontakt, pressestelle,
          presseinformationen, presseservice, pressearchiv, press release, press releases, press
          contact, media contact, communiqué, nota de, comunicado, пресс служба, basın
        science
          forschung, studium, universität, hochschule, institut, fakultät, studierende, campus,
          lehre, wissenschaft, research, university, institute, faculty, students, department
          of, publications, lehrstuhl, bibliothek, recherche, université, universidad
        church
          kirche, gemeinde, gemeinden, gottesdienst, bistum, pfarrei, seelsorge, diakonie,
          caritas, bischof, church, parish, evangelisch, katholisch
        party
          fraktion, abgeordnete, bundestag, landtag, partei, kreisverband, ortsverein,
          wahlprogramm, mdb, positionen
        events
          veranstaltungen, termine, veranstaltungskalender, kalender, seminare, kurse,
          fortbildung, anmeldung, schulungen, workshops, events, calendar, events calendar,
          agenda, eventos
        tourism
          urlaub, unterkünfte, ausflugsziele, tourismus, hotels, wandern, tourist information,
          tourist, gastgeber, sehenswürdigkeiten
        health-care
          klinik, klinikum, krankenhaus, patienten, praxis, ärzte, gesundheit, arzt, therapie,
          krankenkasse, versicherte
        finance-provider
          kredit, versicherung, konto, tarif, tarife, rechner, girokonto, antrag,
          versicherungen, bank, kunden
        archive-months
          januar 0000, februar 0000, märz 0000, april 0000, mai 0000, juni 0000, juli 0000,
          august 0000, september 0000, oktober 0000, november 0000, dezember 0000, january 0000,
          february 0000, march 0000, may 0000, june 0000, july 0000, october 0000, december
          0000, archiv, archive, archives
        blog-chrome
          blog, blogs, blogroll, kategorien, kategorie, schlagwörter, schlagworte, tags, letzte
          beiträge, neueste beiträge, neueste kommentare, letzte kommentare, vorheriger beitrag,
          nächster beitrag, vorheriger artikel, beitragsnavigation, recent posts, recent
          comments, categories, previous post, next post, leave a, über mich, about me, blogger,
          kommentar verfassen, schreibe einen, antworten abbrechen, erforderliche felder, sur
          le, catégories, categorías, entradas recientes, artikel navigation, beitrags
          navigation, gepostet, posted by, posted in, posted on, veröffentlicht am, geschrieben
          von, pingback, trackback
        blog-platform
          wordpress, wordpress com, blogger, blogspot, powered by, theme von, theme by, theme,
          proudly powered, blog bei, gefällt mir, folge ich, gefällt das, following, reblog,
          stolz präsentiert, jetpack, bloglovin, google friend, feedburner, meta, beitrags feed,
          einträge rss, kommentar feed, entries feed, comments feed
        personal-voice
          mein blog, meine, mein, ich bin, über mich, ich, mir, mich, meinem, about me, i am,
          i'm, my, mon blog, mi blog
        affiliate
          affiliate, affiliate link, affiliate links, provision, amazon, werbelinks,
          partnerlinks, partnerlink, werbung wegen, kooperation, sponsored, bezahlte
        reader-comments
          kommentare, kommentar schreiben, leserkommentare, kommentieren, antworten, antwort,
          comments, reply, comment, commentaires, répondre, comentarios, responder, комментарии,
          ответить, yorumlar, yanıtla
        social-follow
          facebook, twitter, instagram, youtube, pinterest, whatsapp, telegram, linkedin, xing,
          tiktok, vk, flipboard, mastodon, odysee, одноклассники, вконтакте
        forum
          forum, foren, beiträge, themen, mitglied seit, registriert, registriert seit,
          benutzer, thema, antworten, zitieren, thread, threads, posts, joined, moderator,
          benutzername, gast, private nachricht, neues thema, off topic, themenstarter, foro,
          форум
        wiki
          bearbeiten, quelltext, versionsgeschichte, diskussion, wikipedia, wiki, wikimedia,
          seite bearbeiten, letzte änderung, zufällige seite, einzelnachweise, weblinks, edit,
          edit source, view history, talk, references, see also, permanent link, commons,
          lexikon, glossar, wörterbuch, enzyklopädie, encyclopedia, dictionary, definition,
          bedeutung, synonyme
        database
          datenbank, verzeichnis, einträge, suche nach, a z, treffer, ergebnisse, detailsuche,
          erweiterte suche, profil, bewertung, bewertungen, fragen, frage, antwort, database,
          search results, entries, rechtsanwalt, anwalt
        agency-wire
          dpa, afp, reuters, apa, sda, sid, kna, epd, ap, ansa, efe, tass, тасс, интерфакс,
          агентство, agentur, nachrichtenagentur, news agency, agence, agencia, agenzia, ajansı,
          newswire, wire, kunden login, dienste, bildfunk, themendienst, korrekturhinweis,
          notizblock, redaktionshinweis, embargo
        state-media
          staatliche, state media, sputnik, rt, rossija, russia today, xinhua, cgtn, press tv,
          trt, kcna, риа, belta, белта, sanktionen gesperrt, zensur, telegram kanal
        aggregator
          quelle, quellen, via, originalartikel, originalbeitrag, zum original, ganzen artikel,
          vollständigen artikel, zum artikel, weiterlesen bei, weiterlesen auf, quellenangabe,
          source, read full, full story, original article, übersetzt, übersetzung, translated,
          presseportal, press release, pressemeldung, news feed, newsfeed, nachrichtenübersicht,
          источник, kaynak, fuente
        photo-credit
          foto, fotos, bild, bilder, bildergalerie, fotostrecke, fotostrecken, picture alliance,
          getty, getty images, imago, shutterstock, istock, fotolia, adobe stock, unsplash,
          pixabay, archivbild, symbolbild, symbolfoto, photo, galerie
        sitemap-legal
          agb, nutzungsbedingungen, datenschutz, datenschutzerklärung, impressum, kontakt,
          sitemap, hilfe, terms, terms of, privacy policy, imprint, mentions légales, aviso
          legal, legal notice, cookie einstellungen, barrierefreiheit, datenschutzhinweise,
          privatsphäre
        publisher-group
          mediengruppe, verlagsgruppe, verlags, medien gmbh, verlag gmbh, media gmbh, gmbh, co
          kg, ag, e v, llc, inc, ltd, stiftung, anstalt, körperschaft, öffentlichen rechts, s a,
          zeitungsverlag, presseverlag, druckhaus
        radio-tv-listening
          hören, audio, video, videos, anhören, ansehen, sehen, jetzt live, beitrag hören,
          stream, hörspiel, min, download, verfügbar bis, autoplay, mp0
        weather-traffic
          wetter, verkehr, staus, wetter in, unwetter, verkehrslage, weather, traffic, météo,
          tiempo, hava durumu, погода
        lifestyle-women
          horoskop, liebe, beziehung, psychologie, schönheit, haare, frisuren, abnehmen, diät,
          fitness, hochzeit, baby, schwangerschaft, kinder, eltern
        tech
          smartphone, smartphones, apple, google, windows, android, computer, pc, internet, it,
          security, ki, apps, gaming, games, hardware, software
        motor
          auto, autos, motorrad, fahrberichte, elektroauto, oldtimer, e mobilität, verkehr,
          fahrrad, bike, bikes, cars
        farming-industry
          landwirtschaft, agrar, pflanzenbau, tierhaltung, markt, märkte, handel, industrie,
          logistik, produktion, technik, bau, architektur, energie, handwerk, recht, steuern,
          personal, management, gastronomie, immobilien, chemie, pharma, maschinenbau
        hobby
          angeln, jagd, golf, segeln, klettern, gitarre, musik, instrumente, fotografie,
          astronomie, modellbau, pferde, hunde, katzen, wein, eisenbahn, handball, fußball,
          wintersport
        attribution in writing
          sagte, sagt, erklärte, teilte, berichtete, berichtet, betonte, mitteilte, sagten,
          hieß, laut, zufolge, said, says, told, according, reported, dijo, señaló, explicó,
          según, selon, affirmé, déclaré, сказал, заявил, сообщил, сообщила, dedi, söyledi,
          açıkladı, belirtti
        first person in writing
          ich, mein, meine, mir, mich, meinen, meiner, i, my, me, je, mon, ma, yo, mi, я, мне,
          меня, мой, ben, benim, bana
        address in writing
          du, dein, deine, dir, dich, ihr, euch, sie, ihnen, ihre, you, your, vous, votre,
          usted, вы, вас, siz, sizin
        we in writing
          wir, uns, unser, unsere, unseren, unserer, we, our, us, nous, notre, nosotros,
          nuestro, nuestra, мы, нас, наш, biz, bizim
        """
}
