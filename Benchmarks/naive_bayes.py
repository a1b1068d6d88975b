#!/usr/bin/env python3
"""The peer of scikit-learn: MultinomialNB on hashed words and bigrams.

usage: naive_bayes.py train LABELLED MODEL      lines of '__label__NAME text'
       naive_bayes.py predict MODEL LINES       prints a label for each line
"""
import itertools, pickle, sys

from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.naive_bayes import MultinomialNB

vectorizer = HashingVectorizer(ngram_range=(1, 2), n_features=1 << 18, alternate_sign=False,
                               norm=None)
# Enough lines that the cost of a call vanishes, few enough that they fit the memory.
BATCH = 10_000

if sys.argv[1] == "train":
    labels, texts = [], []
    with open(sys.argv[2], encoding="utf-8") as file:
        for line in file:
            label, text = line.rstrip("\n").split(" ", 1)
            labels.append(label)
            texts.append(text)
    model = MultinomialNB().fit(vectorizer.transform(texts), labels)
    with open(sys.argv[3], "wb") as file:
        pickle.dump(model, file)
else:
    with open(sys.argv[2], "rb") as file:
        model = pickle.load(file)
    with open(sys.argv[3], encoding="utf-8") as file:
        while batch := list(itertools.islice(file, BATCH)):
            print("\n".join(model.predict(vectorizer.transform(batch))))
