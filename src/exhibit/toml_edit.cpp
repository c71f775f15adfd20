#include "exhibit/toml_edit.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "base/assert.h"

namespace spreadmap::exhibit {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// A value as TOML has it, on one line.
std::string spelled(const toml::node& value) {
  // Every escape can be read by a person but letters and signs, which stay as they are.
  constexpr auto kFlags = toml::format_flags::allow_unicode_strings | toml::format_flags::quote_dates_and_times;
  if (const toml::table* table = value.as_table()) {
    std::string text;
    for (const auto& [key, each] : *table) text += (text.empty() ? "{ " : ", ") + toml_line(key.str(), each);
    return text.empty() ? "{}" : text + " }";
  }
  if (const toml::array* array = value.as_array()) {
    std::string text;
    for (const toml::node& each : *array) text += (text.empty() ? "" : ", ") + spelled(each);
    return "[" + text + "]";
  }
  std::ostringstream out;
  value.visit([&](const auto& node) {
    using Node = std::decay_t<decltype(node)>;
    if constexpr (toml::is_date<Node> || toml::is_time<Node> || toml::is_date_time<Node>) {
      out << node.get();
    } else if constexpr (!toml::is_table<Node> && !toml::is_array<Node>) {
      out << toml::toml_formatter(node, kFlags);
    }
  });
  return out.str();
}

bool is_bare(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](unsigned char c) {
    return c < 0x80 && (std::isalnum(c) != 0 || c == '_' || c == '-');
  });
}

}  // namespace

std::string toml_line(std::string_view key, const toml::node& value) {
  const std::string name = is_bare(key) ? std::string(key) : spelled(toml::value<std::string>(std::string(key)));
  return name + " = " + spelled(value);
}

Result<TomlEdit> TomlEdit::of(std::string text) {
  try {
    toml::table root = toml::parse(text);
    return TomlEdit(std::move(text), std::move(root));
  } catch (const toml::parse_error& error) {
    return fail("{}: not TOML: {}", error.source().begin.line, error.description());
  }
}

TomlEdit::TomlEdit(std::string text, toml::table root) : text_(std::move(text)), root_(std::move(root)), lines_{0} {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') lines_.push_back(i + 1);
  }
  const auto gather = [this](const auto& self, const toml::node& node) -> void {
    if (const toml::table* table = node.as_table()) {
      if (has_header(node)) headers_.push_back(line_begin(offset_of(node.source().begin)));
      for (const auto& [key, each] : *table) self(self, each);
    }
    if (const toml::array* array = node.as_array()) {
      for (const toml::node& each : *array) self(self, each);
    }
  };
  gather(gather, root_);
  std::sort(headers_.begin(), headers_.end());
}

std::size_t TomlEdit::offset_of(toml::source_position position) const {
  // Columns count code points.
  std::size_t at = lines_.at(position.line - 1);
  for (std::uint32_t column = 1; column < position.column && at < text_.size(); ++column) {
    do ++at;
    while (at < text_.size() && is_continuation(text_[at]));
  }
  return at;
}

bool TomlEdit::has_header(const toml::node& node) const {
  if (!node.is_table() || &node == &root_) return false;
  const toml::source_region& source = node.source();
  return source.begin.line > 0 && text_[offset_of(source.begin)] == '[';
}

std::size_t TomlEdit::line_begin(std::size_t offset) const {
  return *(std::upper_bound(lines_.begin(), lines_.end(), offset) - 1);
}

std::size_t TomlEdit::line_end(std::size_t offset) const {
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
  return next == lines_.end() ? text_.size() : *next;
}

namespace {

bool is_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] == '#';
}

/// Where the comments begin that stand right above a line.
std::size_t with_comments(std::string_view text, std::size_t begin) {
  while (begin > 0) {
    const std::size_t before = begin >= 2 ? text.rfind('\n', begin - 2) : std::string_view::npos;
    const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
    if (!is_comment(text.substr(line, begin - line))) break;
    begin = line;
  }
  return begin;
}

}  // namespace

std::size_t TomlEdit::block_end(const toml::table& table) const {
  const std::size_t header = line_begin(offset_of(table.source().begin));
  const auto next = std::upper_bound(headers_.begin(), headers_.end(), header);
  return next == headers_.end() ? text_.size() : with_comments(text_, *next);
}

void TomlEdit::set(const toml::table& in, std::string_view key, const toml::node& value) {
  const toml::node* there = in.get(key);
  if (there == nullptr) return add(in, key, value);
  const toml::table* before = there->as_table();
  const toml::table* after = value.as_table();
  if (before != nullptr && after != nullptr) {
    for (const auto& [name, each] : *before) {
      if (!after->contains(name.str())) remove(*before, name.str());
    }
    for (const auto& [name, each] : *after) {
      const toml::node* old = before->get(name.str());
      if (old == nullptr || spelled(*old) != spelled(each)) set(*before, name.str(), each);
    }
    return;
  }
  if (has_header(*there)) {
    remove(in, key);
    return add(in, key, value);
  }
  change(offset_of(there->source().begin), offset_of(there->source().end), spelled(value));
}

void TomlEdit::add(const toml::table& in, std::string_view key, const toml::node& value) {
  if (in.is_inline()) {
    const std::size_t brace = offset_of(in.source().end) - 1;
    const std::size_t last = text_.find_last_not_of(" \t", brace - 1);
    const bool is_empty = text_[last] == '{';
    return change(last + 1, brace, (is_empty ? " " : ", ") + toml_line(key, value) + " ");
  }
  // Behind its last own value; a table without one, behind its header.
  std::size_t behind = &in == &root_ ? 0 : line_end(offset_of(in.source().begin));
  std::string indent;
  for (const auto& [name, each] : in) {
    if (has_header(each) || (each.is_array_of_tables() && has_header(*each.as_array()->get(0)))) continue;
    const std::size_t end = line_end(offset_of(each.source().end) - 1);
    if (end <= behind) continue;
    behind = end;
    const std::size_t begin = line_begin(offset_of(name.source().begin));
    indent = text_.substr(begin, text_.find_first_not_of(" \t", begin) - begin);
  }
  const bool is_broken_off = behind > 0 && text_[behind - 1] != '\n';
  change(behind, behind, (is_broken_off ? "\n" : "") + indent + toml_line(key, value) + "\n");
}

void TomlEdit::remove(const toml::table& in, std::string_view key) {
  const auto found = in.find(key);
  if (found == in.end()) return;
  const toml::node& value = found->second;
  if (has_header(value)) {
    // With what stands under it.
    for (const auto& [name, each] : *value.as_table()) {
      if (has_header(each)) remove(*value.as_table(), name.str());
    }
    const std::size_t begin = with_comments(text_, line_begin(offset_of(value.source().begin)));
    return change(begin, block_end(*value.as_table()), "");
  }
  if (in.is_inline()) return remove_inline(in, found->first, value);
  change(line_begin(offset_of(found->first.source().begin)), line_end(offset_of(value.source().end) - 1), "");
}

void TomlEdit::remove_inline(const toml::table& in, const toml::key& key, const toml::node& value) {
  std::size_t begin = offset_of(key.source().begin), end = offset_of(value.source().end);
  const std::size_t next = text_.find_first_not_of(" \t", end);
  if (text_[next] == ',') {
    end = text_.find_first_not_of(" \t", next + 1);
  } else {
    const std::size_t before = text_.find_last_not_of(" \t", begin - 1);
    if (text_[before] == ',') begin = before;
  }
  SM_ASSERT(begin >= offset_of(in.source().begin) && end <= offset_of(in.source().end), "a key outside of its table");
  change(begin, end, "");
}

std::string TomlEdit::text() const {
  std::vector<Change> changes = changes_;
  // What is put in somewhere comes before what goes from there.
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return std::pair(a.begin, a.begin < a.end) < std::pair(b.begin, b.begin < b.end);
  });
  std::string out;
  std::size_t at = 0;
  for (const Change& change : changes) {
    if (change.begin < at) continue;  // lies in what has gone
    out.append(text_, at, change.begin - at);
    out += change.text;
    at = change.end;
  }
  out.append(text_, at, text_.size() - at);
  return out;
}

Result<std::string> arranged(std::string text, std::string_view name,
                             const std::vector<std::variant<std::size_t, std::string>>& order) {
  auto edit = TomlEdit::of(std::move(text));
  if (!edit) return tl::unexpected(edit.error());
  struct Block {
    std::size_t begin = 0, end = 0;
  };
  std::vector<Block> blocks;
  const std::string& whole = edit->text_;
  if (const toml::array* tables = edit->root_.get_as<toml::array>(name)) {
    std::vector<std::size_t> own;  // headers of the array's tables, and of those under them
    for (const toml::node& table : *tables) {
      if (!edit->has_header(table)) return fail("'{}' is not written as [[{}]]", name, name);
      const std::size_t header = edit->line_begin(edit->offset_of(table.source().begin));
      blocks.push_back({with_comments(whole, header), header});
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      // Up to the first header that is not one of its own, which begin with its name.
      auto next = std::upper_bound(edit->headers_.begin(), edit->headers_.end(), blocks[i].end);
      const auto is_under = [&](std::size_t header) {
        const std::size_t at = whole.find_first_not_of("[ \t", header);
        return whole.compare(at, name.size(), name) == 0 && whole[at + name.size()] == '.';
      };
      while (next != edit->headers_.end() && is_under(*next)) ++next;
      blocks[i].end = next == edit->headers_.end() ? whole.size() : with_comments(whole, *next);
    }
  }
  const auto lines_of = [&](const std::variant<std::size_t, std::string>& each) {
    if (const auto* fresh = std::get_if<std::string>(&each)) return *fresh;
    const Block& block = blocks.at(std::get<std::size_t>(each));
    return whole.substr(block.begin, block.end - block.begin);
  };
  // The order takes the places that there are; what is more stands behind the last of them, or at the end.
  std::string out;
  std::size_t at = 0, next = 0;
  const auto put_next = [&] {
    if (!out.empty() && out.back() != '\n') out += '\n';
    if (!out.empty() && !out.ends_with("\n\n")) out += '\n';
    out += lines_of(order[next++]);
  };
  for (const Block& block : blocks) {
    out.append(whole, at, block.begin - at);
    at = block.end;
    if (next < order.size()) put_next();
  }
  if (blocks.empty()) {
    out = whole;
    at = whole.size();
  }
  while (next < order.size()) put_next();
  const std::string rest = whole.substr(at);
  // A blank line that stood between two of them is none at the text's end.
  while (rest.empty() && out.ends_with("\n\n") && !whole.ends_with("\n\n")) out.pop_back();
  if (!rest.empty() && !out.empty() && !out.ends_with("\n\n") && !rest.starts_with('\n')) out += '\n';
  return out + rest;
}

}  // namespace spreadmap::exhibit
