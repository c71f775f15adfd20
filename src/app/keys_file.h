#pragma once
#include <filesystem>
#include <string>

#include "app/keymap.h"
#include "base/result.h"
#include "exhibit/keys_file.h"

namespace spreadmap::app {

/// The user's keys file, `keys.toml` in the folder of their settings; empty where there is no home.
std::filesystem::path user_keys_file();

/// The program's own keys with what a file says of them. A chord that the file gives to an action is taken from whoever had it; a letter alone is meant
/// small and large, unless the file gives the other one to another action. Errors, with their line: an unknown action, a chord that no key makes or that two
/// actions of a section are given, and a talk that Esc would quit.
Result<Keymaps> rebound(const exhibit::KeysFile& file);

/// The same from the file that was named; empty: from the user's own, which may be missing.
Result<Keymaps> load_keymaps(const std::filesystem::path& named);

/// A keys file that gives these keys: all actions, with what they do as comments, in English.
std::string keys_file_of(const Keymaps& keymaps);

}  // namespace spreadmap::app
