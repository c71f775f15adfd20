#pragma once
#include <vector>

#include "exhibit/exhibit.h"
#include "exhibit/schema.h"

namespace spreadmap::exhibit {

// Each declares the keys of one table of the exhibit file, and what must hold between them.
#define SM_SCHEMA(Type)                                                           \
  template <>                                                                     \
  struct Schema<Type> {                                                           \
    static constexpr bool kExists = true;                                         \
    static const std::vector<Key<Type>>& keys();                                  \
    static Result<void> check(const At& at, const toml::table& table, Type& out); \
  }

SM_SCHEMA(Exhibit);
SM_SCHEMA(MapSpec);
SM_SCHEMA(BaseLayerSpec);
SM_SCHEMA(PlaceLabelSpec);
SM_SCHEMA(TimelineSpec);
SM_SCHEMA(MilestoneSpec);
SM_SCHEMA(LayerSpec);
SM_SCHEMA(style::LayerStyle);

#undef SM_SCHEMA

}  // namespace spreadmap::exhibit
