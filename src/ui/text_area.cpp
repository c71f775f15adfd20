#include "ui/text_area.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "ui/focus.h"
#include "ui/lettering.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

/// What ImGui is told of while somebody types.
struct Typing {
  AreaState& area;
  std::string buffer;  ///< as long as ImGui asks for
  float width = 0.0F;
  bool is_one_line = false;
  const std::string* other = nullptr;  ///< the text is another than what was typed
  bool selects_all = false;            ///< ImGui misses a key that was let go before its picture
};

std::size_t bytes_on_line(std::string_view text, float width) {
  const ImFont& font = *ImGui::GetFont();
  const char* const end =
      font.CalcWordWrapPositionA(ImGui::GetFontSize() / font.FontSize, text.data(), text.data() + text.size(), width);
  const auto bytes = static_cast<std::size_t>(end - text.data());
  // Where a space stands: no figure is broken at its comma.
  if (bytes == 0 || bytes >= text.size() || text[bytes] == ' ') return bytes;
  const std::size_t space = text.find_last_of(' ', bytes - 1);
  return space == std::string_view::npos ? bytes : space + 1;
}

WrappedText wrapped(std::string_view text, float width) {
  return WrappedText::of(text, [width](std::string_view rest) { return bytes_on_line(rest, width); });
}

void put_shown(ImGuiInputTextCallbackData& data, const std::string& shown, std::size_t cursor) {
  data.DeleteChars(0, data.BufTextLen);
  data.InsertChars(0, shown.c_str());
  data.CursorPos = data.SelectionStart = data.SelectionEnd = static_cast<int>(std::min(cursor, shown.size()));
}

/// After each key: the lines are broken anew.
void settle(ImGuiInputTextCallbackData& data, Typing& typing) {
  AreaState& area = typing.area;
  if (typing.other != nullptr) {
    area.wrapped = wrapped(*std::exchange(typing.other, nullptr), typing.width);
    return put_shown(data, area.wrapped.shown, area.wrapped.shown.size());
  }
  const std::string_view now(data.Buf, static_cast<std::size_t>(data.BufTextLen));
  if (typing.selects_all) data.SelectAll();
  if (now == area.wrapped.shown) return;
  auto cursor = static_cast<std::size_t>(data.CursorPos);
  const WrappedText edited = area.wrapped.edited(now, cursor);
  const std::size_t place = edited.place_in_text(cursor);
  std::string text = edited.text();
  if (typing.is_one_line) std::ranges::replace(text, '\n', ' ');
  area.wrapped = wrapped(text, typing.width);
  if (area.wrapped.shown != now) put_shown(data, area.wrapped.shown, area.wrapped.place_in_shown(place));
}

int on_typing(ImGuiInputTextCallbackData* data) {
  Typing& typing = *static_cast<Typing*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    typing.buffer.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = typing.buffer.data();
  } else if (data->EventFlag == ImGuiInputTextFlags_CallbackCharFilter) {
    return typing.is_one_line && data->EventChar == '\n' ? 1 : 0;
  } else {
    settle(*data, typing);
  }
  return 0;
}

/// What is copied has none of the breaks that are not the text's.
class Clipboard {
 public:
  explicit Clipboard(const WrappedText& wrapped)
      : wrapped_(wrapped), put_(io().SetClipboardTextFn), get_(io().GetClipboardTextFn), data_(io().ClipboardUserData) {
    io().SetClipboardTextFn = [](void* self, const char* text) { static_cast<Clipboard*>(self)->put(text); };
    io().GetClipboardTextFn = [](void* self) { return static_cast<Clipboard*>(self)->get(); };
    io().ClipboardUserData = this;
  }
  ~Clipboard() {
    io().SetClipboardTextFn = put_;
    io().GetClipboardTextFn = get_;
    io().ClipboardUserData = data_;
  }
  Clipboard(const Clipboard&) = delete;
  Clipboard& operator=(const Clipboard&) = delete;

 private:
  static ImGuiIO& io() { return ImGui::GetIO(); }
  void put(const std::string& shown) const {
    const std::size_t from = wrapped_.shown.find(shown);
    std::string text;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const bool is_break =
          from != std::string::npos && std::binary_search(wrapped_.breaks.begin(), wrapped_.breaks.end(), from + i);
      if (!is_break) text += shown[i];
    }
    put_(data_, text.c_str());
  }
  [[nodiscard]] const char* get() const { return get_(data_); }

  const WrappedText& wrapped_;
  void (*put_)(void* data, const char* text);
  const char* (*get_)(void* data);
  void* data_;
};

/// ImGui takes back all that was typed on Esc, and looks at the key itself.
class WithoutEscape {
 public:
  WithoutEscape() : key_(std::exchange(ImGui::GetIO().KeyMap[ImGuiKey_Escape], -1)) {}
  ~WithoutEscape() { ImGui::GetIO().KeyMap[ImGuiKey_Escape] = key_; }
  WithoutEscape(const WithoutEscape&) = delete;
  WithoutEscape& operator=(const WithoutEscape&) = delete;

 private:
  int key_;
};

}  // namespace

bool text_area(const PanelContext& context, PanelState& state, AreaState& area, const char* id, const AreaLook& look,
               std::string& text) {
  const style::Theme& theme = context.in.theme;
  const float scale = context.scale, side = 12.0F * scale, above = 8.0F * scale;
  const float room = ImGui::GetContentRegionAvail().x;
  Typing typing{area, {}, std::max(room - 2.0F * side, 1.0F), look.is_one_line, nullptr, state.key == "Ctrl+A"};
  const bool is_other = text != area.text;
  if (is_other && area.field.is_typing) typing.other = &text;
  if (!area.field.is_typing) area.wrapped = wrapped(text, typing.width);
  area.text = text;
  typing.buffer = area.wrapped.shown;
  const auto lines = std::max<std::ptrdiff_t>(1 + std::ranges::count(area.wrapped.shown, '\n'), look.least_lines);
  const float height = static_cast<float>(lines) * ImGui::GetFontSize() + 2.0F * above;
  if (area.field.wants_keyboard) ImGui::SetKeyboardFocusHere();
  ImGui::PushStyleColor(ImGuiCol_FrameBg, vec4(theme.control));
  ImGui::PushStyleColor(ImGuiCol_Border, vec4(theme.bar_ahead));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {side, above});
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, ImGui::GetStyle().FrameRounding);
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, 1.0F);
  const std::string field = std::string("##") + id;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  {
    const WithoutEscape without_escape;
    const WrappedText before = area.wrapped;  // of which ImGui takes what is copied
    const Clipboard clipboard(before);
    constexpr ImGuiInputTextFlags kFlags = ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_CallbackResize |
                                           ImGuiInputTextFlags_CallbackCharFilter | ImGuiInputTextFlags_NoUndoRedo |
                                           ImGuiInputTextFlags_NoHorizontalScroll;
    ImGui::InputTextMultiline(field.c_str(), typing.buffer.data(), typing.buffer.size() + 1, {room, height}, kFlags,
                              on_typing, &typing);
  }
  ImGui::PopStyleVar(3);
  ImGui::PopStyleColor(2);
  const ImGuiID own = ImGui::GetID(field.c_str());
  area.field.is_typing = ImGui::IsItemActive();
  if (area.field.is_typing) {
    area.field.wants_keyboard = false;
    focus().type_into(own);
  }
  const bool ends = ImGui::IsItemDeactivated();
  if (ends) focus().leave_field(own);
  letters().see(area.wrapped.shown);
  if (area.wrapped.shown.empty())
    write_at(*ImGui::GetWindowDrawList(), {at.x + side, at.y + above}, packed(theme.text_third),
             lettered_within(look.hint, room - 2.0F * side));
  if (focus().control(id, own, theme, scale)) area.field.wants_keyboard = true;
  const bool has_keyboard = area.field.is_typing || ends;
  const bool enters = look.is_one_line && (state.key == "Return" || state.key == "Keypad Enter");
  if (has_keyboard && (state.key == "Escape" || enters)) {
    area.field.is_typing = area.field.wants_keyboard = false;
    ImGui::SetWindowFocus(nullptr);
  }
  // It lost the keyboard in this very picture.
  if (typing.other != nullptr) area.wrapped = wrapped(text, typing.width);
  std::string typed = area.wrapped.text();
  const bool changes = typed != text;
  if (!changes) return false;
  area.text = text = std::move(typed);
  // The line that is written stays in sight, clear of where the panel's edge fades.
  const float foot = at.y + height + 28.0F * scale, window_top = ImGui::GetWindowPos().y;
  if (foot > window_top + ImGui::GetWindowHeight()) ImGui::SetScrollFromPosY(foot - window_top, 1.0F);
  return true;
}

}  // namespace spreadmap::ui
