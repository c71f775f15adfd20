#include "base/folded.h"

#include <gtest/gtest.h>

namespace spreadmap {
namespace {

TEST(Folded, CaseAndAccentsDoNotMatter) {
  EXPECT_EQ(folded("La Cañada Flintridge"), "la canada flintridge");
  EXPECT_EQ(folded("LA CAÑADA FLINTRIDGE"), folded("la canada flintridge"));
  EXPECT_EQ(folded("Doña Ana"), folded("dona ana"));
  EXPECT_EQ(folded("Straße"), folded("STRASSE"));
}

TEST(Folded, ComposedAndDecomposedAreTheSame) {
  EXPECT_EQ(folded("Can\u0303on"), folded("Ca\u00f1on"));
  EXPECT_EQ(folded("\ufb01re"), "fire");
}

TEST(Folded, LettersThatNoKeyboardHasAreFoundWithout) {
  EXPECT_EQ(folded("Łódź"), "lodz");
  EXPECT_EQ(folded("ĐAKOVO"), "dakovo");
  EXPECT_EQ(folded("Tromsø"), "tromso");
  EXPECT_EQ(folded("Ærøskøbing"), folded("aeroskobing"));
  EXPECT_EQ(folded("Þingvellir"), "thingvellir");
  EXPECT_EQ(folded("Isparta — Yalvaç"), folded("isparta - yalvac"));
}

TEST(Folded, NoApostropheIsOfAnyWeight) {
  for (const char* name : {"Nukuʻalofa", "Nuku'alofa", "Nuku’alofa", "NUKUALOFA"}) EXPECT_EQ(folded(name), "nukualofa");
  EXPECT_EQ(folded("d’électricité"), folded("d'electricite"));
  EXPECT_EQ(folded("Coeur d'Alene"), "coeur dalene");
}

TEST(Folded, OtherScriptsStay) {
  EXPECT_EQ(folded("Москва"), "москва");
  EXPECT_EQ(folded("القدس"), "القدس");
}

TEST(Folded, FoldingAgainChangesNothing) {
  for (const char* text : {"ÀÉÎÕÜ", "ǅ", "İstanbul", "ΣΊΣΥΦΟΣ", "½", "Plain"}) {
    EXPECT_EQ(folded(folded(text)), folded(text)) << text;
  }
}

TEST(Folded, IllFormedBytesDoNoHarm) {
  EXPECT_NO_THROW(folded("\xff\xfe Ab"));
  EXPECT_NE(folded("\xc3 Ab").find(" ab"), std::string::npos);
  EXPECT_EQ(folded(""), "");
}

}  // namespace
}  // namespace spreadmap
