#pragma once
#include <cstring>
#include <functional>

#include "zip.hpp"

namespace ctables_files {

/// Attributes of an element, as expat gives them: names and values by turns, then null.
class Attributes {
public:
  explicit Attributes(const char **pairs) : pairs_(pairs) {}

  /// The value of an attribute by its name without a prefix, or null.
  const char *operator[](const char *name) const;

private:
  const char **pairs_;
};

/// The name of an element or attribute without its namespace's prefix.
inline const char *local_name(const char *name) {
  const char *colon = strchr(name, ':');
  return colon ? colon + 1 : name;
}

/// Takes the events of XML.
class XMLHandler {
public:
  virtual ~XMLHandler() = default;
  virtual void begin(const char *name, const Attributes &attributes) = 0;
  virtual void end(const char *name) = 0;
  virtual void text(const char *bytes, size_t count) { (void)bytes, (void)count; }
};

/// Parses a member of an archive step by step. Declarations of entities are refused.
class XMLMember {
public:
  XMLMember(Zip &zip, const Zip::Member &member, XMLHandler &handler);
  ~XMLMember();
  XMLMember(const XMLMember &) = delete;
  XMLMember &operator=(const XMLMember &) = delete;

  /// Parses the next bytes; returns false at the end of the member.
  bool more();
  /// Parses all that is left.
  void rest() {
    while (more()) {}
  }

  struct State;

private:
  Zip &zip_;
  std::unique_ptr<State> state_;
};

}  // namespace ctables_files
