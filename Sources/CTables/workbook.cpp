#include "workbook.hpp"

#include <cstdlib>
#include <map>

// The parts of a workbook that are not worksheets: ECMA-376 part 1, sections 18.2 (workbook),
// 18.4 (shared strings) and 18.8 (styles), and part 2 for relationships.

namespace ctables_files {

namespace {

/// Relationships of a part: the target and the type of each id.
class Relations : public XMLHandler {
public:
  struct Target {
    std::string path;
    std::string type;
  };

  std::map<std::string, Target> targets;

  void begin(const char *name, const Attributes &attributes) override {
    if (strcmp(name, "Relationship") != 0) return;
    const char *id = attributes["Id"], *target = attributes["Target"], *type = attributes["Type"];
    if (id && target) targets[id] = {target, type ? type : ""};
  }
  void end(const char *) override {}
};

/// The worksheets that a workbook names.
class Sheets : public XMLHandler {
public:
  struct Sheet {
    std::string name, relation;
    bool hidden = false;
  };

  std::vector<Sheet> sheets;
  bool counts_from_1904 = false;

  void begin(const char *name, const Attributes &attributes) override {
    if (strcmp(name, "workbookPr") == 0) {
      const char *value = attributes["date1904"];
      counts_from_1904 = value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
    } else if (strcmp(name, "sheet") == 0) {
      const char *label = attributes["name"], *relation = attributes["id"];
      const char *state = attributes["state"];
      if (!label || !relation) return;
      sheets.push_back({label, relation, state && strcmp(state, "visible") != 0});
    }
  }
  void end(const char *) override {}
};

/// Shared texts: runs of rich text are joined, readings of East Asian texts are left out.
class Texts : public XMLHandler {
public:
  explicit Texts(SharedTexts &texts) : texts_(texts) {}

  void begin(const char *name, const Attributes &) override {
    if (strcmp(name, "si") == 0) {
      texts_.begin();
    } else if (strcmp(name, "rPh") == 0) {
      readings_++;
    } else if (strcmp(name, "t") == 0 && readings_ == 0 && texts_.count() > 0) {
      is_text_ = true;
    }
  }
  void end(const char *name) override {
    if (strcmp(name, "t") == 0) is_text_ = false;
    if (strcmp(name, "rPh") == 0) readings_--;
  }
  void text(const char *bytes, size_t count) override {
    if (is_text_) texts_.append(bytes, count);
  }

private:
  SharedTexts &texts_;
  bool is_text_ = false;
  int readings_ = 0;
};

class Styles : public XMLHandler {
public:
  explicit Styles(std::vector<NumberForm> &styles) : styles_(styles) {}

  void begin(const char *name, const Attributes &attributes) override {
    if (strcmp(name, "numFmt") == 0) {
      const char *id = attributes["numFmtId"], *code = attributes["formatCode"];
      if (id && code) own_[static_cast<unsigned>(strtoul(id, nullptr, 10))] = form_of_code(code);
    } else if (strcmp(name, "cellXfs") == 0) {
      is_of_cells_ = true;
    } else if (is_of_cells_ && strcmp(name, "xf") == 0) {
      const char *id = attributes["numFmtId"];
      unsigned number = id ? static_cast<unsigned>(strtoul(id, nullptr, 10)) : 0;
      auto found = own_.find(number);
      styles_.push_back(found == own_.end() ? built_in_form(number) : found->second);
    }
  }
  void end(const char *name) override {
    if (strcmp(name, "cellXfs") == 0) is_of_cells_ = false;
  }

private:
  std::vector<NumberForm> &styles_;
  std::map<unsigned, NumberForm> own_;
  bool is_of_cells_ = false;
};

/// The folder of a part, with its slash.
std::string folder_of(const std::string &path) {
  size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

/// The part that a relationship points at, seen from the folder of its source.
std::string resolved(const std::string &folder, const std::string &target) {
  if (!target.empty() && target[0] == '/') return target.substr(1);
  std::string path = folder + target;
  // Parts are named by whole paths: `..` only ever climbs within the archive.
  for (size_t at; (at = path.find("/../")) != std::string::npos;) {
    size_t before = at == 0 ? std::string::npos : path.rfind('/', at - 1);
    path.erase(before == std::string::npos ? 0 : before + 1,
               at + 4 - (before == std::string::npos ? 0 : before + 1));
  }
  return path;
}

bool ends_with(const std::string &text, const char *end) {
  size_t count = strlen(end);
  return text.size() >= count && text.compare(text.size() - count, count, end) == 0;
}

class Workbook : public Book {
public:
  Workbook(Input &input, uint64_t limit) : input_(input), limit_(limit) {
    Zip zip(input, limit);
    std::string path = workbook_path(zip);
    const Zip::Member *member = zip.find(path);
    if (!member) throw Failure{missing(zip), path};
    Sheets sheets;
    XMLMember(zip, *member, sheets).rest();
    parts_.counts_from_1904 = sheets.counts_from_1904;

    std::string folder = folder_of(path);
    Relations relations;
    std::string name = path.substr(folder.size());
    if (const Zip::Member *part = zip.find(folder + "_rels/" + name + ".rels")) {
      XMLMember(zip, *part, relations).rest();
    }
    for (const auto &pair : relations.targets) {
      std::string target = resolved(folder, pair.second.path);
      if (ends_with(pair.second.type, "/sharedStrings")) texts_path_ = target;
      if (ends_with(pair.second.type, "/styles")) styles_path_ = target;
    }
    for (const Sheets::Sheet &sheet : sheets.sheets) {
      auto found = relations.targets.find(sheet.relation);
      if (found == relations.targets.end()) continue;
      // Charts and dialogs are sheets, too, but hold no table.
      if (!ends_with(found->second.type, "/worksheet")) continue;
      entries_.push_back({sheet.name, sheet.hidden});
      paths_.push_back(resolved(folder, found->second.path));
    }
  }

  std::unique_ptr<Table> open(size_t number) override {
    if (!has_parts_) {
      Zip zip(input_, limit_);
      if (const Zip::Member *member = zip.find(styles_path_)) {
        read_styles(zip, *member, parts_.styles);
      }
      if (const Zip::Member *member = zip.find(texts_path_)) {
        read_shared_texts(zip, *member, parts_.texts);
      }
      has_parts_ = true;
    }
    return open_worksheet(input_, limit_, paths_[number], parts_);
  }

private:
  static std::string workbook_path(Zip &zip) {
    if (const Zip::Member *member = zip.find("_rels/.rels")) {
      Relations relations;
      XMLMember(zip, *member, relations).rest();
      for (const auto &pair : relations.targets) {
        if (ends_with(pair.second.type, "/officeDocument")) return resolved("", pair.second.path);
      }
    }
    return "xl/workbook.xml";
  }

  /// Why an archive has no workbook: a binary workbook is another format.
  static ctables_failure missing(const Zip &zip) {
    return zip.find("xl/workbook.bin") ? ctables_failure_unsupported : ctables_failure_damaged;
  }

  Input &input_;
  uint64_t limit_;
  WorkbookParts parts_;
  bool has_parts_ = false;
  std::string texts_path_ = "xl/sharedStrings.xml";
  std::string styles_path_ = "xl/styles.xml";
  /// The part of each entry.
  std::vector<std::string> paths_;
};

}  // namespace

void read_shared_texts(Zip &zip, const Zip::Member &member, SharedTexts &texts) {
  Texts handler(texts);
  XMLMember(zip, member, handler).rest();
}

void read_styles(Zip &zip, const Zip::Member &member, std::vector<NumberForm> &styles) {
  Styles handler(styles);
  XMLMember(zip, member, handler).rest();
}

std::unique_ptr<Book> open_workbook(Input &input, uint64_t limit) {
  return std::make_unique<Workbook>(input, limit);
}

}  // namespace ctables_files
