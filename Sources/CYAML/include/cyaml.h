#pragma once
/// The version of libyaml in use, as text.
const char *cyaml_version(void);
