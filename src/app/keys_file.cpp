#include "app/keys_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "app/user_files.h"
#include "base/letter_case.h"
#include "exhibit/nearest.h"
#include "platform/key_names.h"

namespace spreadmap::app {
namespace {

constexpr const char* kAboutKeysFile =
    "# The keys of Spreadmap. An action that is left out keeps its own keys; [] gives it none.\n"
    "# A key is its name (Space, PageDown, F5) or the character that it types, after Ctrl+, Shift+ or Alt+ where they "
    "are held.\n"
    "# A letter alone is meant small and large. What is given to one action here is taken from any other.\n";

template <class... Args>
tl::unexpected<Error> fail_in(const exhibit::KeysFile& file, std::uint32_t line, fmt::format_string<Args...> format,
                              Args&&... args) {
  return fail("{}:{}: {}", file.file.string(), line, fmt::format(format, std::forward<Args>(args)...));
}

/// What may have been meant by a chord that no key makes.
std::string chord_advice(const std::string& written) {
  const std::size_t plus = written.find_last_of('+');
  const std::string key = plus == std::string::npos || plus + 1 == written.size() ? written : written.substr(plus + 1);
  std::string near = exhibit::suggestion(key, platform::key_names());
  if (key.size() > 1 && near.starts_with("did you mean")) return near;
  return "write a key's name (Space, PageDown, F5) or the character that it types, after Ctrl+, Shift+ or Alt+ where "
         "they "
         "are held (a character that needs Shift stands for itself)";
}

/// A chord of a section, and who is given it where.
struct Given {
  const exhibit::WrittenKeys* to = nullptr;
  std::uint32_t line = 1;
};

/// One section of a file, being laid over the program's own keys.
class Rebinding {
 public:
  Rebinding(const exhibit::KeysFile& file, const std::vector<exhibit::WrittenKeys>& section, Keymap keymap)
      : file_(file), section_(section), keymap_(std::move(keymap)) {}

  /// `quits_not`: the chord that may not quit; empty: any may.
  Result<Keymap> rebound(std::string_view quits_not) && {
    for (const exhibit::WrittenKeys& keys : section_) {
      if (auto given = give(keys, quits_not); !given) return tl::unexpected(given.error());
    }
    for (KeyBinding& binding : keymap_) {
      const auto named = std::ranges::find(section_, binding.id, &exhibit::WrittenKeys::action);
      std::vector<std::string> chords = named != section_.end() ? chords_of(*named) : kept(binding.chords);
      binding.is_changed = !std::ranges::is_permutation(chords, binding.chords);
      binding.chords = std::move(chords);
    }
    return std::move(keymap_);
  }

 private:
  Result<void> give(const exhibit::WrittenKeys& keys, std::string_view quits_not) {
    if (std::ranges::find(keymap_, keys.action, &KeyBinding::id) == keymap_.end()) {
      std::vector<std::string> known;
      for (const KeyBinding& binding : keymap_) known.push_back(binding.id);
      return fail_in(file_, keys.line, "unknown action '{}'; {}", keys.action, exhibit::suggestion(keys.action, known));
    }
    for (const auto& [text, line] : keys.chords) {
      const auto chord = platform::chord_named(text);
      if (!chord) return fail_in(file_, line, "'{}': no key makes '{}'; {}", keys.action, text, chord_advice(text));
      if (keys.action == "quit" && *chord == quits_not)
        return fail_in(file_, line, "'quit': {} never quits a talk; give it to 'leave', or quit by another key", text);
      const auto [at, is_new] = given_.try_emplace(*chord, Given{&keys, line});
      if (!is_new && at->second.to != &keys) {
        return fail_in(file_, line, "'{}': '{}' is given to '{}' on line {} already; take it from one of them",
                       keys.action, text, at->second.to->action, at->second.line);
      }
    }
    return {};
  }

  /// The other case of a letter that an action is given; empty: there is none, or another action is given it.
  [[nodiscard]] std::string along_with(const std::string& chord, const exhibit::WrittenKeys& keys) const {
    std::string other = other_case(chord);
    const auto given = given_.find(other);
    return given != given_.end() && given->second.to != &keys ? std::string() : other;
  }

  [[nodiscard]] std::vector<std::string> chords_of(const exhibit::WrittenKeys& keys) const {
    std::vector<std::string> chords;
    const auto add = [&chords](const std::string& chord) {
      if (!chord.empty() && std::ranges::find(chords, chord) == chords.end()) chords.push_back(chord);
    };
    for (const auto& written : keys.chords) {
      const std::string chord = *platform::chord_named(written.text);
      add(chord);
      add(along_with(chord, keys));
    }
    return chords;
  }

  /// Those of an action that the file does not name.
  [[nodiscard]] std::vector<std::string> kept(const std::vector<std::string>& own) const {
    std::vector<std::string> chords;
    std::ranges::copy_if(own, std::back_inserter(chords), [this](const std::string& chord) {
      return !given_.contains(chord) && !given_.contains(other_case(chord));
    });
    return chords;
  }

  const exhibit::KeysFile& file_;
  const std::vector<exhibit::WrittenKeys>& section_;
  Keymap keymap_;
  std::map<std::string, Given> given_;
};

std::string quoted_in_toml(const std::string& chord) {
  std::string text;
  for (const char c : chord) text += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
  return '"' + text + '"';
}

/// As a file names them: of a letter that is bound small and large, the first.
std::string keys_in_toml(const std::vector<std::string>& chords) {
  std::vector<std::string> written;
  for (auto at = chords.begin(); at != chords.end(); ++at) {
    if (std::find(chords.begin(), at, other_case(*at)) == at) written.push_back(quoted_in_toml(*at));
  }
  return fmt::format("[{}]", fmt::join(written, ", "));
}

std::string section_of(const char* name, const Keymap& keymap) {
  std::string text = fmt::format("\n[{}]\n", name);
  for (const KeyBinding& binding : keymap) {
    if (*binding.action != '\0') text += fmt::format("# {}\n", binding.action);
    text += fmt::format("{} = {}\n", binding.id, keys_in_toml(binding.chords));
  }
  return text;
}

}  // namespace

std::filesystem::path user_keys_file() { return user_file(UserFile::kConfig, "keys.toml"); }

Result<Keymaps> rebound(const exhibit::KeysFile& file) {
  auto explore = Rebinding(file, file.explore, explore_keymap()).rebound("");
  if (!explore) return tl::unexpected(explore.error());
  auto talk = Rebinding(file, file.talk, talk_keymap()).rebound("Escape");
  if (!talk) return tl::unexpected(talk.error());
  return Keymaps{std::move(*explore), std::move(*talk)};
}

Result<Keymaps> load_keymaps(const std::filesystem::path& named) {
  std::error_code error;
  const std::filesystem::path file = named.empty() ? user_keys_file() : named;
  if (named.empty() && std::filesystem::status(file, error).type() == std::filesystem::file_type::not_found)
    return Keymaps{explore_keymap(), talk_keymap()};
  const auto read = exhibit::load_keys_file(file);
  return read ? rebound(*read) : tl::unexpected(read.error());
}

std::string keys_file_of(const Keymaps& keymaps) {
  return kAboutKeysFile + section_of("explore", keymaps.explore) + section_of("talk", keymaps.talk);
}

}  // namespace spreadmap::app
