#include "model/cue_list.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "model/history.h"

namespace spreadmap::model {
namespace {

exhibit::CueSpec called(const std::string& id) {
  exhibit::CueSpec cue;
  cue.id = id;
  return cue;
}

std::vector<std::string> ids(const CueList& list) {
  std::vector<std::string> ids;
  for (const ListedCue& each : list.cues) ids.push_back(each.cue.id);
  return ids;
}

CueList abc() { return CueList::of({called("a"), called("b"), called("c")}); }

/// Some of them name cues that are not there.
CueCommand any_command() {
  const auto at = *rc::gen::inRange<std::size_t>(0, 7);
  const auto named = called(*rc::gen::elementOf(std::vector<std::string>{"x", "y", "z"}));
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return AddCue{at, named};
    case 1:
      return SetCue{at, named};
    case 2:
      return CopyCue{at};
    case 3:
      return RemoveCue{at};
    default:
      return MoveCue{at, *rc::gen::inRange(-4, 5)};
  }
}

TEST(CueList, EachCommandDoesWhatItSays) {
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ids(applied(abc(), AddCue{1, called("n")})), (Ids{"a", "n", "b", "c"}));
  EXPECT_EQ(ids(applied(abc(), AddCue{99, called("n")})), (Ids{"a", "b", "c", "n"}));
  EXPECT_EQ(ids(applied(abc(), SetCue{2, called("n")})), (Ids{"a", "b", "n"}));
  EXPECT_EQ(ids(applied(abc(), CopyCue{0})), (Ids{"a", "", "b", "c"}));
  EXPECT_EQ(ids(applied(abc(), RemoveCue{1})), (Ids{"a", "c"}));
  EXPECT_EQ(ids(applied(abc(), MoveCue{0, 1})), (Ids{"b", "a", "c"}));
  EXPECT_EQ(ids(applied(abc(), MoveCue{0, 9})), (Ids{"b", "c", "a"}));
  EXPECT_EQ(ids(applied(abc(), MoveCue{2, -2})), (Ids{"c", "a", "b"}));
}

TEST(CueList, WhatIsNotThereChangesNothing) {
  for (const CueCommand& command :
       {CueCommand(SetCue{3, called("n")}), CueCommand(CopyCue{3}), CueCommand(RemoveCue{3}),
        CueCommand(MoveCue{3, -1}), CueCommand(MoveCue{0, -1}), CueCommand(MoveCue{2, 1})})
    EXPECT_EQ(applied(abc(), command), abc());
}

RC_GTEST_PROP(CueListLaws, KeysStayWithTheirCuesAndAreNeverTakenAgain, ()) {
  CueList list = abc();
  std::set<std::uint32_t> seen{0, 1, 2};
  for (int step = *rc::gen::inRange(1, 30); step > 0; --step) {
    const CueCommand command = any_command();
    const CueList before = list;
    list = applied(list, command);
    std::set<std::uint32_t> keys;
    for (const ListedCue& each : list.cues) {
      RC_ASSERT(keys.insert(each.key).second);
      const auto was = before.place_of(each.key);
      // What is new has a key that none had.
      if (!was) RC_ASSERT(seen.insert(each.key).second);
      if (was && !std::holds_alternative<SetCue>(command)) RC_ASSERT(before.cues[*was].cue == each.cue);
    }
    if (std::holds_alternative<MoveCue>(command)) RC_ASSERT(list.cues.size() == before.cues.size());
  }
}

/// Edits as the window does them: each kept before it is made.
struct Edits {
  History history;
  CueListHeld list = std::make_shared<const CueList>(abc());
  double now_s = 0.0;

  void give(const CueCommand& command, double after_s) {
    now_s += after_s;
    CueList after = applied(*list, command);
    if (after == *list) return;
    history.add_edit({{}, {}, list}, command, now_s);
    list = std::make_shared<const CueList>(std::move(after));
  }
  bool undo() { return take(history.undo({{}, {}, list})); }
  bool redo() { return take(history.redo({{}, {}, list})); }
  bool take(const std::optional<Moment>& moment) {
    if (moment) list = moment->cues;
    return moment.has_value();
  }
};

RC_GTEST_PROP(CueListLaws, UndoGivesEveryListBackAndRedoTakesThemOnAgain, ()) {
  Edits edits;
  const CueList first = *edits.list;
  for (int step = *rc::gen::inRange(1, 30); step > 0; --step)
    edits.give(any_command(), *rc::gen::elementOf(std::vector<double>{0.1, 2.0}));
  const CueList last = *edits.list;
  std::vector<CueList> seen{last};
  while (edits.undo()) seen.push_back(*edits.list);
  RC_ASSERT(seen.back() == first);
  for (std::size_t at = seen.size() - 1; at-- > 0;) {
    RC_ASSERT(edits.redo());
    RC_ASSERT(*edits.list == seen[at]);
  }
  RC_ASSERT(!edits.redo());
}

TEST(CueHistory, TypingOnIsOneStepAndAllElseIsOneEach) {
  Edits edits;
  for (const char* typed : {"h", "he", "hel"}) edits.give(SetCue{0, called(typed)}, 0.2);
  edits.give(SetCue{1, called("other")}, 0.2);
  edits.give(SetCue{1, called("other word")}, 5.0);
  edits.give(MoveCue{0, 1}, 0.2);
  edits.give(MoveCue{1, 1}, 0.2);
  edits.give(RemoveCue{0}, 0.2);
  edits.give(RemoveCue{0}, 0.2);
  using Ids = std::vector<std::string>;
  for (const Ids& wanted : {Ids{"c", "hel"}, Ids{"other word", "c", "hel"}, Ids{"hel", "other word", "c"},
                            Ids{"hel", "other", "c"}, Ids{"hel", "b", "c"}, Ids{"a", "b", "c"}}) {
    ASSERT_TRUE(edits.undo());
    EXPECT_EQ(ids(*edits.list), wanted);
  }
  EXPECT_FALSE(edits.undo());
}

}  // namespace
}  // namespace spreadmap::model
