#pragma once
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exhibit/nearest.h"
#include "exhibit/values.h"

/// The exhibit file as tables of keys: a `Key` says what a key is called, whether it must be there and which member it
/// fills. What the parser accepts, what it suggests and what the manual must list all come from these tables.
namespace spreadmap::exhibit {

enum class Need { kOptional, kRequired };

template <class T>
struct Key {
  std::string name;
  Need need = Need::kOptional;
  Result<void> (*read)(const At& at, const toml::node& node, T& out) = nullptr;
  /// Adds the full spelling of this key, or of all keys below it.
  void (*list)(const std::string& key, std::vector<std::string>& out) = nullptr;
};

/// True for each struct that a TOML table fills.
template <class T>
inline constexpr bool kIsTable = false;
template <class T>
concept TableValue = kIsTable<T>;

/// Of such a struct its keys, in the order of the manual and of reading, and what must hold between them, with defaults that
/// depend on other keys.
template <TableValue T>
struct Schema {
  static const std::vector<Key<T>>& keys();
  static Result<void> check(const At& /*at*/, const toml::table& /*table*/, T& /*out*/) { return {}; }
};

// ---- tables ---------------------------------------------------------------------------------------------------------

template <TableValue T>
Result<void> read_value(const At& at, const toml::node& node, T& out) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return fail_expected(at, node, "a table");
  const std::vector<Key<T>>& keys = Schema<T>::keys();
  std::vector<std::string> known;
  known.reserve(keys.size());
  for (const Key<T>& key : keys) known.push_back(key.name);
  for (const auto& [name, value] : *table) {
    if (std::find(known.begin(), known.end(), name.str()) == known.end())
      return fail_at(at, name.source().begin.line, "unknown key '{}'; {}", name.str(), suggestion(name.str(), known));
  }
  for (const Key<T>& key : keys) {
    const toml::node* value = table->get(key.name);
    if (value == nullptr && key.need == Need::kRequired)
      return fail_at(at, line_of(node), "missing key '{}'", at.child(key.name).key);
    if (value == nullptr) continue;
    if (Result<void> read = key.read(at.child(key.name), *value, out); !read) return read;
  }
  return Schema<T>::check(at, *table, out);
}

template <TableValue T>
Result<void> read_value(const At& at, const toml::node& node, std::vector<T>& out) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return fail_expected(at, node, "an array of tables");
  std::vector<T> values(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    const At element{at.file, at.language, at.key + "[]"};
    if (Result<void> read = read_value(element, *array->get(i), values[i]); !read) return read;
  }
  out = std::move(values);
  return {};
}

template <class T>
Result<void> read_value(const At& at, const toml::node& node, std::optional<T>& out) {
  T value{};
  if (Result<void> read = read_value(at, node, value); !read) return read;
  out = std::move(value);
  return {};
}

// ---- the manual's list ----------------------------------------------------------------------------------------------

template <class T>
struct ListKeys {
  static void add(const std::string& key, std::vector<std::string>& out) { out.push_back(key); }
};

template <TableValue T>
struct ListKeys<T> {
  static void add(const std::string& key, std::vector<std::string>& out) {
    for (const Key<T>& child : Schema<T>::keys())
      child.list(key.empty() ? child.name : fmt::format("{}.{}", key, child.name), out);
  }
};

template <TableValue T>
struct ListKeys<std::vector<T>> {
  static void add(const std::string& key, std::vector<std::string>& out) { ListKeys<T>::add(key + "[]", out); }
};

template <TableValue T>
struct ListKeys<std::optional<T>> : ListKeys<T> {};

/// Every key that the parser knows, as the manual spells it: `map.base[].role`. Texts by language are one key.
std::vector<std::string> exhibit_keys();

// ---- one key --------------------------------------------------------------------------------------------------------

template <class T>
struct MemberOf;
template <class Class, class Value>
struct MemberOf<Value Class::*> {
  using Owner = Class;
  using Type = Value;
};

/// The key that fills `Member`, read by the member's type.
template <auto Member>
Key<typename MemberOf<decltype(Member)>::Owner> key(std::string name, Need need = Need::kOptional) {
  using Owner = typename MemberOf<decltype(Member)>::Owner;
  using Type = typename MemberOf<decltype(Member)>::Type;
  return {std::move(name), need,
          [](const At& at, const toml::node& node, Owner& out) { return read_value(at, node, out.*Member); },
          &ListKeys<Type>::add};
}

/// The same for a member of a member: `inner<&BaseLayerSpec::source, &SourceSpec::layer>("layer")`.
template <auto Member, auto Inner>
Key<typename MemberOf<decltype(Member)>::Owner> inner(std::string name, Need need = Need::kOptional) {
  using Owner = typename MemberOf<decltype(Member)>::Owner;
  return {std::move(name), need,
          [](const At& at, const toml::node& node, Owner& out) { return read_value(at, node, out.*Member.*Inner); },
          &ListKeys<typename MemberOf<decltype(Inner)>::Type>::add};
}

/// The key of a number that may not leave its range.
template <auto Member, NumberRange kRange>
Key<typename MemberOf<decltype(Member)>::Owner> number(std::string name) {
  using Owner = typename MemberOf<decltype(Member)>::Owner;
  return {std::move(name), Need::kOptional,
          [](const At& at, const toml::node& node, Owner& out) { return read_number(at, node, kRange, out.*Member); },
          &ListKeys<double>::add};
}

/// The key of one word of a fixed list: `kWords()` gives the words, in the order of the enumeration.
template <auto Member, auto kWords>
Key<typename MemberOf<decltype(Member)>::Owner> choice(std::string name, Need need) {
  using Owner = typename MemberOf<decltype(Member)>::Owner;
  using Type = typename MemberOf<decltype(Member)>::Type;
  return {std::move(name), need,
          [](const At& at, const toml::node& node, Owner& out) -> Result<void> {
            const Result<std::size_t> index = read_choice(at, node, kWords());
            if (!index) return tl::unexpected(index.error());
            out.*Member = static_cast<Type>(*index);
            return {};
          },
          &ListKeys<Type>::add};
}

}  // namespace spreadmap::exhibit
