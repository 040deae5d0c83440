#pragma once
#ifdef __cplusplus
extern "C" {
#endif
/// The version of simdjson this was built with, as text.
const char *cjson_version(void);
#ifdef __cplusplus
}
#endif
