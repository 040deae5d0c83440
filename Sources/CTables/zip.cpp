#include "zip.hpp"

#include <strings.h>

#include <cstring>

namespace ctables_files {

// MARK: Input for minizip

// Minizip is C: nothing may be thrown through it, so a failure is kept and thrown behind it.
struct ZipInput {
  Input *input;
  uint64_t at = 0;
  int error = 0;
};

static voidpf open_input(voidpf opaque, const void *, int) { return opaque; }

static uLong read_input(voidpf opaque, voidpf, void *bytes, uLong count) {
  auto *source = static_cast<ZipInput *>(opaque);
  try {
    size_t got = source->input->read_at(source->at, bytes, count);
    source->at += got;
    return got;
  } catch (Failure &failure) {
    source->error = failure.error;
    return 0;
  }
}

static ZPOS64_T tell_input(voidpf opaque, voidpf) { return static_cast<ZipInput *>(opaque)->at; }

static long seek_input(voidpf opaque, voidpf, ZPOS64_T offset, int origin) {
  auto *source = static_cast<ZipInput *>(opaque);
  uint64_t base = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = source->at;
  if (origin == ZLIB_FILEFUNC_SEEK_END) base = source->input->size();
  // A sum that wraps around is an offset of a damaged file.
  if (base + offset < base || base + offset > source->input->size()) return -1;
  source->at = base + offset;
  return 0;
}

static int close_input(voidpf opaque, voidpf) {
  delete static_cast<ZipInput *>(opaque);
  return 0;
}

static int input_error(voidpf opaque, voidpf) { return static_cast<ZipInput *>(opaque)->error; }

// MARK: Archive

/// Members of an archive that is read at all; a workbook has some dozens.
static const size_t most_members = 100000;

Zip::Zip(Input &input, uint64_t limit) : limit_(limit) {
  auto *source = new ZipInput{&input};
  zlib_filefunc64_def functions = {};
  functions.zopen64_file = open_input;
  functions.zread_file = read_input;
  functions.ztell64_file = tell_input;
  functions.zseek64_file = seek_input;
  functions.zclose_file = close_input;
  functions.zerror_file = input_error;
  functions.opaque = source;
  // Minizip closes the input, which frees it, if it does not open the archive.
  file_ = unzOpen2_64(nullptr, &functions);
  if (!file_) throw Failure{ctables_failure_damaged, ""};
  try {
    int code = unzGoToFirstFile(file_);
    while (code == UNZ_OK) {
      if (members_.size() == most_members) throw Failure{ctables_failure_too_large, ""};
      unz_file_info64 info;
      char name[1024];
      if (unzGetCurrentFileInfo64(file_, &info, name, sizeof name - 1, nullptr, 0, nullptr, 0)
          != UNZ_OK) {
        throw Failure{ctables_failure_damaged, ""};
      }
      name[info.size_filename < sizeof name - 1 ? info.size_filename : sizeof name - 1] = 0;
      Member member;
      member.name = name;
      member.size = info.uncompressed_size;
      member.is_encrypted = info.flag & 1;
      if (unzGetFilePos64(file_, &member.place) != UNZ_OK) {
        throw Failure{ctables_failure_damaged, name};
      }
      members_.push_back(std::move(member));
      code = unzGoToNextFile(file_);
    }
    if (code != UNZ_END_OF_LIST_OF_FILE) throw Failure{ctables_failure_damaged, ""};
  } catch (...) {
    unzClose(file_);
    throw;
  }
}

Zip::~Zip() {
  if (is_open_) unzCloseCurrentFile(file_);
  unzClose(file_);
}

const Zip::Member *Zip::find(const std::string &name) const {
  for (const Member &member : members_) {
    if (strcasecmp(member.name.c_str(), name.c_str()) == 0) return &member;
  }
  return nullptr;
}

void Zip::open(const Member &member) {
  if (is_open_) unzCloseCurrentFile(file_);
  is_open_ = false;
  open_name_ = member.name;
  read_so_far_ = 0;
  if (member.is_encrypted) throw Failure{ctables_failure_encrypted, member.name};
  unz64_file_pos place = member.place;
  int method = 0;
  if (unzGoToFilePos64(file_, &place) != UNZ_OK
      || unzOpenCurrentFile2(file_, &method, nullptr, 0) != UNZ_OK) {
    bool is_known = method == 0 || method == Z_DEFLATED;
    throw Failure{is_known ? ctables_failure_damaged : ctables_failure_unsupported, member.name};
  }
  is_open_ = true;
}

size_t Zip::read(char *bytes, size_t count) {
  if (!is_open_) return 0;
  unsigned wanted = count < (1u << 30) ? static_cast<unsigned>(count) : 1u << 30;
  int got = unzReadCurrentFile(file_, bytes, wanted);
  if (got < 0) throw Failure{ctables_failure_damaged, open_name_};
  read_so_far_ += static_cast<uint64_t>(got);
  if (read_so_far_ > limit_) throw Failure{ctables_failure_too_large, open_name_};
  if (got == 0) {
    // Fewer bytes than the directory says, or a sum that does not match.
    bool is_whole = unzeof(file_) == 1;
    is_open_ = false;
    if (unzCloseCurrentFile(file_) != UNZ_OK || !is_whole) {
      throw Failure{is_whole ? ctables_failure_damaged : ctables_failure_cut, open_name_};
    }
  }
  return static_cast<size_t>(got);
}

std::string Zip::whole(const Member &member) {
  open(member);
  std::string text;
  char part[1 << 14];
  while (size_t got = read(part, sizeof part)) text.append(part, got);
  return text;
}

// MARK: Members as they are

namespace {

class MemberBytes : public Table {
public:
  MemberBytes(Input &input, uint64_t limit, size_t number) : zip_(input, limit) {
    zip_.open(zip_.members()[number]);
  }

  bool more(std::string &text) override {
    char part[1 << 16];
    size_t got = zip_.read(part, sizeof part);
    text.append(part, got);
    return got > 0;
  }

private:
  Zip zip_;
};

class Archive : public Book {
public:
  Archive(Input &input, uint64_t limit) : input_(input), limit_(limit) {
    Zip zip(input, limit);
    for (size_t number = 0; number < zip.members().size(); number++) {
      const Zip::Member &member = zip.members()[number];
      if (member.name.empty() || member.name.back() == '/') continue;
      entries_.push_back({member.name, false});
      numbers_.push_back(number);
    }
  }

  std::unique_ptr<Table> open(size_t number) override {
    return std::make_unique<MemberBytes>(input_, limit_, numbers_[number]);
  }

private:
  Input &input_;
  uint64_t limit_;
  /// The number in the archive of each entry.
  std::vector<size_t> numbers_;
};

}  // namespace

std::unique_ptr<Book> open_archive(Input &input, uint64_t limit) {
  return std::make_unique<Archive>(input, limit);
}

}  // namespace ctables_files
