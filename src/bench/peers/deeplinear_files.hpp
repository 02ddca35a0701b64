// The text files of src/bench (formats: NetSetFile.java, ResultFile.java), and clocks.
#pragma once
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

struct Net {
  std::vector<int> widths;
  std::vector<double> target, weights;
};

struct NetSet {
  std::string name;
  double time = 0, gradientBound = 0;
  std::vector<Net> nets;
};

inline std::string line(std::ifstream& in, const std::string& keyword) {
  std::string text;
  if (!std::getline(in, text) || text.compare(0, keyword.size() + 1, keyword + " ") != 0) {
    throw std::runtime_error("a line '" + keyword + " ...' was expected, not '" + text.substr(0, 40) + "'");
  }
  return text.substr(keyword.size() + 1);
}

template <class T>
std::vector<T> numbers(const std::string& text) {
  std::istringstream in(text);
  std::vector<T> result;
  for (T x; in >> x;) result.push_back(x);
  return result;
}

inline NetSet readSet(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  line(in, "deeplinear-nets");
  NetSet set;
  set.name = line(in, "set");
  set.time = std::stod(line(in, "time"));
  set.gradientBound = std::stod(line(in, "gradient"));
  int count = std::stoi(line(in, "nets"));
  for (int i = 0; i < count; i++) {
    Net net;
    net.widths = numbers<int>(line(in, "widths"));
    net.target = numbers<double>(line(in, "target"));
    net.weights = numbers<double>(line(in, "weights"));
    set.nets.push_back(std::move(net));
  }
  return set;
}

inline double cpuSeconds() {
  rusage use;
  getrusage(RUSAGE_SELF, &use);
  return use.ru_utime.tv_sec + 1e-6 * use.ru_utime.tv_usec;
}

inline double clockSeconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

using States = std::vector<std::vector<double>>;

inline void writeResult(const std::string& file, const std::string& contender, const NetSet& set,
                        double rtol, double atol, double seconds, double cpu, const States& states) {
  std::FILE* out = std::fopen(file.c_str(), "w");
  if (!out) throw std::runtime_error("cannot write " + file);
  std::fprintf(out, "deeplinear-results 1\ncontender %s\nset %s\nrtol %.17g\natol %.17g\n", contender.c_str(),
               set.name.c_str(), rtol, atol);
  std::fprintf(out, "seconds %.6g\ncpu %.6g\nnets %zu\n", seconds, cpu, states.size());
  for (const auto& state : states) {
    std::fputs("state", out);
    for (double x : state) std::fprintf(out, " %.17g", x);
    std::fputc('\n', out);
  }
  std::fclose(out);
}

// Solves a set several times, keeps the shortest times, writes the result.
// Arguments of every peer: method set-file result-file rtol atol repetitions.
template <class Solve>
int peer(int argc, char** argv, const std::string& prefix, Solve solve) {
  if (argc != 7) {
    std::fprintf(stderr, "usage: %s METHOD SET RESULT RTOL ATOL REPETITIONS\n", argv[0]);
    return 2;
  }
  std::string method = argv[1];
  NetSet set = readSet(argv[2]);
  double rtol = std::stod(argv[4]), atol = std::stod(argv[5]);
  double seconds = 1e300, cpu = 1e300;
  States states;
  for (int repetition = 0; repetition < std::stoi(argv[6]); repetition++) {
    states.clear();
    double clock = clockSeconds(), used = cpuSeconds();
    for (const Net& net : set.nets) states.push_back(solve(method, set, net, rtol, atol));
    seconds = std::min(seconds, clockSeconds() - clock);
    cpu = std::min(cpu, cpuSeconds() - used);
  }
  writeResult(argv[3], prefix + method, set, rtol, atol, seconds, cpu, states);
  std::printf("%-24s %-4s rtol %.0e: %8.3f s, CPU %8.3f s\n", (prefix + method).c_str(), set.name.c_str(), rtol,
              seconds, cpu);
  return 0;
}
