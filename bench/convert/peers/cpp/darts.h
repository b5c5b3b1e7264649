// A stand-in for darts-clone, which Debian does not have. OpenCC uses it for
// text dictionaries only, and the race loads compiled ones.
#pragma once
#include <cstddef>
namespace Darts {
class DoubleArray {
public:
  typedef int value_type;
  typedef char key_type;
  typedef int result_type;
  struct result_pair_type {
    value_type value;
    size_t length;
  };
  void set_array(const void*, size_t = 0) {}
  const void* array() const { return nullptr; }
  size_t unit_size() const { return 4; }
  size_t size() const { return 0; }
  size_t total_size() const { return 0; }
  int build(size_t, const char* const*, const size_t* = nullptr, const int* = nullptr) { return 0; }
  int open(const char*, const char* = "rb", size_t = 0, size_t = 0) { return -1; }
  int save(const char*, const char* = "wb", size_t = 0) const { return -1; }
  template <class U> void exactMatchSearch(const char*, U& r, size_t = 0, size_t = 0) const { r = U(); }
  template <class U> U exactMatchSearch(const char*, size_t = 0, size_t = 0) const { return U(); }
  template <class U> size_t commonPrefixSearch(const char*, U*, size_t, size_t = 0, size_t = 0) const { return 0; }
  bool validate(int) const { return false; }
  int traverse(const char*, size_t&, size_t&, size_t = 0) const { return -2; }
};
} // namespace Darts
