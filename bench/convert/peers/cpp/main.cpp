// Converts by OpenCC's C++ library in process. CONFIG is looked for in the
// working folder.
//
//	cpp CONFIG                   standard input to standard output
//	cpp -race CONFIG FILE SIZE   times it, as gopeer does
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include "SimpleConverter.hpp"

static std::string slurp(std::istream& in) {
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// used returns the processor time of the process in nanoseconds.
static long used() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1000000000L + t.tv_nsec;
}

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  if (argc == 2) {
    opencc::SimpleConverter c(argv[1]);
    std::cout << c.Convert(slurp(std::cin));
    return 0;
  }
  using clock = std::chrono::steady_clock;
  long load = used();
  opencc::SimpleConverter c(argv[2]);
  c.Convert("\xe6\xb1\x89");
  long loadNs = used() - load;
  std::ifstream f(argv[3]);
  std::string text = slurp(f);
  size_t size = atol(argv[4]) ? atol(argv[4]) : text.size();
  long best = 0, out = 0;
  auto begin = clock::now();
  while (best == 0 || clock::now() - begin < std::chrono::seconds(2)) {
    long t = used();
    out = 0;
    for (size_t at = 0; at < text.size();) {
      size_t end = std::min(at + size, text.size());
      while (end < text.size() && (text[end] & 0xC0) == 0x80) end++;
      out += c.Convert(text.substr(at, end - at)).size();
      at = end;
    }
    long ns = used() - t;
    if (best == 0 || ns < best) best = ns;
  }
  printf("%ld %ld %ld\n", loadNs, best, out);
}
