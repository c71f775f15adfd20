#pragma once
#include <toml++/toml.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace spreadmap::exhibit {

/// Changes of a TOML text that leave all else as its author wrote it: comments, order, blank lines, and how values are spelled that stay. Byte
/// offsets into the text; tables and values are those of `root()`, which is of the text as it was.
class TomlEdit {
 public:
  /// Errors: `line: what` of a text that is not TOML.
  static Result<TomlEdit> of(std::string text);

  [[nodiscard]] const toml::table& root() const { return root_; }
  /// Gives a key of a table another value. A value that is there is replaced alone, within an inline table too; of two tables only what differs.
  /// What is new stands behind what the table has itself, in a line of its own, or before an inline table's brace.
  void set(const toml::table& in, std::string_view key, const toml::node& value);
  /// Takes out a key with its line, or a table with all its lines.
  void remove(const toml::table& in, std::string_view key);
  /// The text with all changes.
  [[nodiscard]] std::string text() const;

 private:
  struct Change {
    std::size_t begin = 0, end = 0;
    std::string text;
  };
  TomlEdit(std::string text, toml::table root);
  [[nodiscard]] std::size_t offset_of(toml::source_position position) const;
  /// Whether a table stands under a header of its own, `[name]` or `[[name]]`.
  [[nodiscard]] bool has_header(const toml::node& node) const;
  [[nodiscard]] std::size_t line_begin(std::size_t offset) const;
  [[nodiscard]] std::size_t line_end(std::size_t offset) const;
  /// Where the lines of a table with a header of its own end: at the next header, less the comments that belong to that.
  [[nodiscard]] std::size_t block_end(const toml::table& table) const;
  void remove_inline(const toml::table& in, const toml::key& key, const toml::node& value);
  void add(const toml::table& in, std::string_view key, const toml::node& value);
  void change(std::size_t begin, std::size_t end, std::string text) {
    changes_.push_back({begin, end, std::move(text)});
  }

  friend Result<std::string> arranged(std::string text, std::string_view name,
                                      const std::vector<std::variant<std::size_t, std::string>>& order);

  std::string text_;
  toml::table root_;
  std::vector<std::size_t> lines_;    ///< where each begins
  std::vector<std::size_t> headers_;  ///< where lines of headers begin, sorted
  std::vector<Change> changes_;
};

/// The tables of an array (`[[name]]`, each with what stands under it, and with the comments right above it) in another order: each is one that the
/// text has, by its place, or a new one, as lines. One that is not named goes. Errors: a text that is not TOML.
Result<std::string> arranged(std::string text, std::string_view name,
                             const std::vector<std::variant<std::size_t, std::string>>& order);

/// `key = value`, a table inline.
std::string toml_line(std::string_view key, const toml::node& value);

}  // namespace spreadmap::exhibit
