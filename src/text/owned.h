#pragma once
#include <memory>

namespace spreadmap::text {

/// Sole owner of an object of a C library, given back by `Release`.
template <auto Release>
struct ReleasedBy {
  template <class T>
  void operator()(T* object) const {
    Release(object);
  }
};
template <class T, auto Release>
using Owned = std::unique_ptr<T, ReleasedBy<Release>>;

}  // namespace spreadmap::text
