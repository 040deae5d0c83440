#pragma once
#include <minizip/unzip.h>

#include "tables.hpp"

namespace ctables_files {

/// A zip archive, of which one member at a time is read.
class Zip {
public:
  struct Member {
    std::string name;
    uint64_t size = 0;
    bool is_encrypted = false;
    unz64_file_pos place = {};
  };

  /// Opens an archive. `limit` bounds the bytes of each member.
  Zip(Input &input, uint64_t limit);
  ~Zip();
  Zip(const Zip &) = delete;
  Zip &operator=(const Zip &) = delete;

  const std::vector<Member> &members() const { return members_; }
  /// The member of a name, or null. Names are compared without case, as Excel does.
  const Member *find(const std::string &name) const;

  /// Begins to read a member; the one that was being read is given up.
  void open(const Member &member);
  /// Reads the next bytes of the open member; 0 at its end, once its sum was checked.
  size_t read(char *bytes, size_t count);
  /// The whole text of a member.
  std::string whole(const Member &member);

private:
  uint64_t limit_;
  unzFile file_ = nullptr;
  std::vector<Member> members_;
  std::string open_name_;
  uint64_t read_so_far_ = 0;
  bool is_open_ = false;
};

}  // namespace ctables_files
