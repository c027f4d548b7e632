// Puts the finished package where `import "fenjie"` finds it.

import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const link = path("../node_modules/fenjie");
mkdirSync(path("../node_modules"), { recursive: true });
rmSync(link, { force: true, recursive: true });
symlinkSync(path("../../../target/npm/fenjie"), link, "junction");
