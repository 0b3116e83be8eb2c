#pragma once
// Linked for its malloc alone: nothing of it is called by name.
