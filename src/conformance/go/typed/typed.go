// SPDX-License-Identifier: Apache-2.0

// Package typed prints what a YAML library read so that values of different types never look alike.
//
// A node is an array whose first element names its type: ["str", text], ["int", digits], ["float", bits],
// ["bool", true], ["null"], ["time", text], ["list", [node...]], ["map", [[node, node]...]]. The bits of a float
// are those of IEEE 754 binary64 in hexadecimal, so no reader's number formatting takes part in a comparison.
package typed

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"time"
)

type answer struct {
	Path  string `json:"path"`
	Docs  []any  `json:"docs"`
	Error string `json:"error,omitempty"`
}

// Serve answers each path on standard input with one line of JSON on standard output.
func Serve(read func([]byte) ([]any, error)) {
	paths := bufio.NewScanner(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	for paths.Scan() {
		line := answer{Path: paths.Text()}
		documents, err := readFile(line.Path, read)
		if err != nil {
			line.Error = err.Error()
		}
		for _, document := range documents {
			line.Docs = append(line.Docs, node(document))
		}
		if err := encoder.Encode(line); err != nil {
			panic(err)
		}
	}
	if err := paths.Err(); err != nil {
		panic(err)
	}
}

func readFile(path string, read func([]byte) ([]any, error)) (documents []any, err error) {
	// Both go-yaml versions can panic on bad input; that is an answer about this file, not the end of the run.
	defer func() {
		if p := recover(); p != nil {
			documents, err = nil, fmt.Errorf("panic: %v", p)
		}
	}()
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return read(text)
}

func node(value any) []any {
	switch v := value.(type) {
	case nil:
		return []any{"null"}
	case string:
		return []any{"str", v}
	case bool:
		return []any{"bool", v}
	case int, int64, uint64:
		return []any{"int", fmt.Sprint(v)}
	case float64:
		return []any{"float", fmt.Sprintf("%016x", math.Float64bits(v))}
	case time.Time:
		return []any{"time", v.Format(time.RFC3339Nano)}
	case []any:
		items := make([]any, 0, len(v))
		for _, item := range v {
			items = append(items, node(item))
		}
		return []any{"list", items}
	case map[any]any:
		pairs := make([]any, 0, len(v))
		for key, item := range v {
			pairs = append(pairs, []any{node(key), node(item)})
		}
		return []any{"map", pairs}
	case map[string]any:
		pairs := make([]any, 0, len(v))
		for key, item := range v {
			pairs = append(pairs, []any{node(key), node(item)})
		}
		return []any{"map", pairs}
	default:
		return []any{fmt.Sprintf("%T", value), fmt.Sprint(value)}
	}
}
