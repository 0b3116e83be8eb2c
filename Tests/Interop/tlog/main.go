// Verifies an exported log with the transparency-log packages of the Go project, and nothing of
// ours: the signature of its checkpoint, every tile, every entry bundle, and an inclusion proof of
// every entry.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run Tests/Interop/tlog DIR VKEY
//
// DIR holds checkpoint, tile/LEVEL/… and tile/entries/… as C2SP tlog-tiles lays them out; VKEY is
// the log's verifier key. It prints what it checked, or the first deviation, and then exits 1.
// Debian: golang-go, golang-golang-x-mod-dev.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: tlog DIR VKEY")
		os.Exit(2)
	}
	if err := verify(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "tlog:", err)
		os.Exit(1)
	}
}

func verify(dir, vkey string) error {
	tree, origin, err := openCheckpoint(filepath.Join(dir, "checkpoint"), vkey)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	if tree.N == 0 {
		// TreeHash(0) of x/mod before 0.19 is all zeros.
		if tree.Hash != tlog.Hash(sha256.Sum256(nil)) {
			return fmt.Errorf("checkpoint: an empty tree with another root")
		}
		fmt.Printf("%s: the checkpoint of an empty log\n", origin)
		return nil
	}
	entries, err := readEntries(dir, tree.N)
	if err != nil {
		return err
	}
	stored, err := storedHashes(entries)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(tree.N, stored)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return fmt.Errorf("the entries make the root %v, the checkpoint has %v", root, tree.Hash)
	}
	tiles, err := checkTiles(dir, tree.N, stored)
	if err != nil {
		return err
	}
	if err := checkInclusion(dir, tree, entries); err != nil {
		return err
	}
	fmt.Printf("%s: the checkpoint, %d tiles and the inclusion of %d entries\n",
		origin, tiles, tree.N)
	return nil
}

// openCheckpoint verifies the signature and reads the three lines. (tlog.ParseTree knows the
// checksum database's header alone.)
func openCheckpoint(path, vkey string) (tlog.Tree, string, error) {
	message, err := os.ReadFile(path)
	if err != nil {
		return tlog.Tree{}, "", err
	}
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tlog.Tree{}, "", err
	}
	opened, err := note.Open(message, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, "", err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 {
		return tlog.Tree{}, "", fmt.Errorf("fewer than three lines")
	}
	if lines[0] != verifier.Name() {
		return tlog.Tree{}, "", fmt.Errorf("the origin is not the name of the key")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, "", fmt.Errorf("malformed size")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, "", err
	}
	return tlog.Tree{N: size, Hash: root}, lines[0], nil
}

// publishedPath is where a tile is published: without the height, entries instead of data.
func publishedPath(dir string, tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height))
	path = strings.Replace(path, "data/", "entries/", 1)
	return filepath.Join(dir, "tile", filepath.FromSlash(path))
}

// lastTiles is what a log of a size must have: of the tiles that x/mod lists, which are all that
// were ever published, the widest at each place.
func lastTiles(size int64) []tlog.Tile {
	var tiles []tlog.Tile
	for _, tile := range tlog.NewTiles(height, 0, size) {
		last := len(tiles) - 1
		if last >= 0 && tiles[last].L == tile.L && tiles[last].N == tile.N {
			tiles[last] = tile
		} else {
			tiles = append(tiles, tile)
		}
	}
	return tiles
}

func readEntries(dir string, size int64) ([][]byte, error) {
	var entries [][]byte
	for _, tile := range lastTiles(size) {
		if tile.L != 0 {
			continue
		}
		tile.L = -1
		path := publishedPath(dir, tile)
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for i := 0; i < tile.W; i++ {
			if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
				return nil, fmt.Errorf("%s: cut off in entry %d", path, len(entries))
			}
			end := 2 + int(binary.BigEndian.Uint16(data))
			entries = append(entries, data[2:end])
			data = data[end:]
		}
		if len(data) > 0 {
			return nil, fmt.Errorf("%s: more after entry %d", path, len(entries)-1)
		}
	}
	return entries, nil
}

// storedHashes makes every hash of the tree from the entries.
func storedHashes(entries [][]byte) (tlog.HashReader, error) {
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		read := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			if index >= int64(len(hashes)) {
				return nil, fmt.Errorf("no stored hash %d", index)
			}
			read[i] = hashes[index]
		}
		return read, nil
	})
	for i, entry := range entries {
		more, err := tlog.StoredHashes(int64(i), entry, reader)
		if err != nil {
			return nil, fmt.Errorf("entry %d: %w", i, err)
		}
		hashes = append(hashes, more...)
	}
	return reader, nil
}

// checkTiles compares every tile with what the entries make.
func checkTiles(dir string, size int64, stored tlog.HashReader) (int, error) {
	tiles := lastTiles(size)
	for _, tile := range tiles {
		path := publishedPath(dir, tile)
		published, err := os.ReadFile(path)
		if err != nil {
			return 0, err
		}
		made, err := tlog.ReadTileData(tile, stored)
		if err != nil {
			return 0, err
		}
		if !bytes.Equal(published, made) {
			return 0, fmt.Errorf("%s: not the hashes of its entries", path)
		}
	}
	return len(tiles), nil
}

// checkInclusion proves every entry from the published tiles and checks the proof.
func checkInclusion(dir string, tree tlog.Tree, entries [][]byte) error {
	reader := tlog.TileHashReader(tree, &tileDirectory{dir: dir, read: map[tlog.Tile][]byte{}})
	for i, entry := range entries {
		proof, err := tlog.ProveRecord(tree.N, int64(i), reader)
		if err != nil {
			return fmt.Errorf("entry %d: %w", i, err)
		}
		leaf := tlog.RecordHash(entry)
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), leaf); err != nil {
			return fmt.Errorf("entry %d: %w", i, err)
		}
	}
	return nil
}

// tileDirectory reads tiles from the export, each once.
type tileDirectory struct {
	dir  string
	read map[tlog.Tile][]byte
}

func (d *tileDirectory) Height() int { return height }

func (d *tileDirectory) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		if d.read[tile] == nil {
			file, err := os.ReadFile(publishedPath(d.dir, tile))
			if err != nil {
				return nil, err
			}
			d.read[tile] = file
		}
		data[i] = d.read[tile]
	}
	return data, nil
}

func (d *tileDirectory) SaveTiles([]tlog.Tile, [][]byte) {}
