// What the whole program may take of the machine, and how it ends when the machine gives no more.
#pragma once

#include <cstddef>
#include <string>

namespace banxin {

/// From now on no more than `bytes` of memory of its own are given to the program; what asks for more is refused (`std::bad_alloc`).
/// False when the system knows no such limit.
bool limit_memory(std::size_t bytes);

/// Libraries that cannot get memory end the program by abort(). From now on it then says `words` and leaves with `exit_machine_failed`.
void say_when_aborted(std::string words);

}  // namespace banxin
