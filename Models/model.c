#include "DefaultModel.h"

_Alignas(64) const unsigned char masthead_default_model[] = {
#embed "default.masthead"
};
const size_t masthead_default_model_length = sizeof masthead_default_model;
