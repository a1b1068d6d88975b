#ifndef MASTHEAD_DEFAULT_MODEL_H
#define MASTHEAD_DEFAULT_MODEL_H

#include <stddef.h>

/// The bytes of `default.masthead`, aligned to 64 bytes.
extern const unsigned char masthead_default_model[];
/// Their number.
extern const size_t masthead_default_model_length;

/// The first byte. (Swift imports no array of unknown length.)
static inline const void *masthead_default_model_start(void) {
    return masthead_default_model;
}

#endif
