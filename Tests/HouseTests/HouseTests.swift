import Testing

@Suite("the house")
struct HouseTests {
    @Test("every target stands in the picture, and nothing else does")
    func isWhole() throws {
        let drawn = Set(House.rooms.map(\.name)).union(House.borders)
        #expect(try SourceFile.targets() == drawn)
        #expect(House.rooms.count + House.borders.count == drawn.count)
    }

    @Test("every import is one that the picture allows")
    func keepsToPicture() throws {
        let files = try SourceFile.all(under: "Sources")
        #expect(files.contains { !$0.imports.isEmpty })
        for file in files {
            guard let room = House.room(file.target) else {
                Issue.record("\(file.path): the picture has no \(file.target)")
                continue
            }
            let strange = file.imports.subtracting(room.allowed).subtracting(House.elsewhere)
                .sorted()
            #expect(strange.isEmpty, "\(file.path) may not import \(strange)")
        }
    }

    @Test("arrows point down, and adapters never import each other")
    func pointsDown() {
        for room in House.rooms {
            for name in room.rooms {
                guard let other = House.room(name) else {
                    Issue.record("\(room.name) opens on \(name), which is not there")
                    continue
                }
                #expect(other.floor.rawValue <= room.floor.rawValue, "\(room.name) -> \(name)")
                let isAmongAdapters = room.floor == .adapters && other.floor == .adapters
                #expect(!isAmongAdapters, "\(room.name) -> \(name)")
            }
        }
    }

    @Test("no arrow comes back")
    func hasNoCycle() {
        for room in House.rooms {
            var reached = room.rooms
            var open = reached
            while let name = open.popFirst() {
                let next = (House.room(name)?.rooms ?? []).subtracting(reached)
                reached.formUnion(next)
                open.formUnion(next)
            }
            #expect(!reached.contains(room.name), "\(room.name) reaches itself")
        }
    }

    @Test("facts import nothing at all")
    func factsStandAlone() throws {
        let facts = try SourceFile.all(under: "Sources").filter { $0.target == "Facts" }
        #expect(!facts.isEmpty)
        #expect(facts.allSatisfy { $0.imports.isEmpty })
    }

    @Test("an import is read with its modifiers, kinds and submodules")
    func readsImports() {
        let file = SourceFile(
            path: "Sources/Sample/Sample.swift",
            lines: [
                "import Plain", "public import Open", "@preconcurrency import Old",
                "@testable private import Hidden", "import struct Parts.Part", "import Whole.Sub",
                "// import Comment", "let important = 1", "    let text = \"import Text\"",
            ])
        #expect(file.imports == ["Plain", "Open", "Old", "Hidden", "Parts", "Whole"])
    }
}
