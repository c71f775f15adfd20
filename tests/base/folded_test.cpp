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
