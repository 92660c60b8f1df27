// An article made up from a seed, and edited at random again and again: what someone does who writes.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace banxin::test {

class EditedArticle {
 public:
  /// The bodies of so many random articles in one.
  EditedArticle(unsigned seed, int bodies);

  /// The article as it is now.
  std::string text() const;
  /// Changes, adds, takes away, parts or joins blocks, or changes the head, a note or a setting.
  void edit();

 private:
  int below(std::size_t bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  std::string some_block();
  void change_words(std::string& block);
  void edit_head();

  std::mt19937 random_;
  std::string title_, head_;
  std::vector<std::string> blocks_;     ///< lines of the body, each block's with its indents and line ends
  std::vector<std::string> stock_;      ///< blocks to add
  std::string set_, masthead_, notes_;  ///< lines of these keys, empty or not
};

}  // namespace banxin::test
