#include "xml.hpp"

#include <expat.h>

#include <exception>

namespace ctables_files {

/// Bytes that are parsed in one step.
static const int step = 1 << 16;

/// Elements inside elements. Workbooks need fewer than twenty.
static const int deepest = 256;

struct XMLMember::State {
  XML_Parser parser = nullptr;
  XMLHandler *handler = nullptr;
  std::string name;
  int depth = 0;
  bool has_entities = false;
  bool has_ended = false;
  /// What a handler threw: it must not pass through expat, which is C.
  std::exception_ptr thrown;

  /// Calls a handler, and stops the parser if it throws.
  template <typename Work>
  void call(Work work) {
    if (thrown) return;
    try {
      work();
    } catch (...) {
      thrown = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }
};

const char *Attributes::operator[](const char *name) const {
  for (const char **pair = pairs_; *pair; pair += 2) {
    if (strcmp(local_name(pair[0]), name) == 0) return pair[1];
  }
  return nullptr;
}

static void begin(void *data, const XML_Char *name, const XML_Char **attributes) {
  auto *state = static_cast<XMLMember::State *>(data);
  state->call([&] {
    if (++state->depth > deepest) throw Failure{ctables_failure_damaged, state->name};
    state->handler->begin(local_name(name), Attributes(attributes));
  });
}

static void end(void *data, const XML_Char *name) {
  auto *state = static_cast<XMLMember::State *>(data);
  state->depth--;
  state->call([&] { state->handler->end(local_name(name)); });
}

static void text(void *data, const XML_Char *bytes, int count) {
  auto *state = static_cast<XMLMember::State *>(data);
  state->call([&] { state->handler->text(bytes, static_cast<size_t>(count)); });
}

static void entity(
  void *data, const XML_Char *, int, const XML_Char *, int, const XML_Char *, const XML_Char *,
  const XML_Char *, const XML_Char *) {
  auto *state = static_cast<XMLMember::State *>(data);
  state->has_entities = true;
  XML_StopParser(state->parser, XML_FALSE);
}

XMLMember::XMLMember(Zip &zip, const Zip::Member &member, XMLHandler &handler)
  : zip_(zip), state_(std::make_unique<State>()) {
  zip.open(member);
  state_->name = member.name;
  state_->handler = &handler;
  state_->parser = XML_ParserCreate(nullptr);
  if (!state_->parser) throw Failure{ctables_failure_memory, member.name};
  XML_SetUserData(state_->parser, state_.get());
  XML_SetElementHandler(state_->parser, ctables_files::begin, ctables_files::end);
  XML_SetCharacterDataHandler(state_->parser, ctables_files::text);
  XML_SetEntityDeclHandler(state_->parser, entity);
}

XMLMember::~XMLMember() { XML_ParserFree(state_->parser); }

bool XMLMember::more() {
  State &state = *state_;
  if (state.has_ended) return false;
  void *buffer = XML_GetBuffer(state.parser, step);
  if (!buffer) throw Failure{ctables_failure_memory, state.name};
  size_t got = zip_.read(static_cast<char *>(buffer), step);
  state.has_ended = got == 0;
  XML_Status status = XML_ParseBuffer(state.parser, static_cast<int>(got), state.has_ended);
  if (state.thrown) std::rethrow_exception(state.thrown);
  if (state.has_entities) throw Failure{ctables_failure_entities, state.name};
  if (status != XML_STATUS_OK) {
    bool is_memory = XML_GetErrorCode(state.parser) == XML_ERROR_NO_MEMORY;
    throw Failure{is_memory ? ctables_failure_memory : ctables_failure_damaged, state.name};
  }
  return !state.has_ended;
}

}  // namespace ctables_files
