// SPDX-License-Identifier: Apache-2.0

// Command argread reads the .arg files named on standard input, one path a line, with the library that Earthly
// reads them with (github.com/earthly/earthly, cmd/earthly/subcmd/build_cmd.go: godotenv.Read) and prints one line
// of JSON for each.
package main

import (
	"bufio"
	"encoding/json"
	"os"

	"github.com/joho/godotenv"
)

type answer struct {
	Path   string            `json:"path"`
	Values map[string]string `json:"values"`
	Error  string            `json:"error,omitempty"`
}

func main() {
	paths := bufio.NewScanner(os.Stdin)
	encoder := json.NewEncoder(os.Stdout)
	for paths.Scan() {
		line := answer{Path: paths.Text()}
		values, err := godotenv.Read(line.Path)
		if err != nil {
			line.Error = err.Error()
		}
		line.Values = values
		if err := encoder.Encode(line); err != nil {
			panic(err)
		}
	}
	if err := paths.Err(); err != nil {
		panic(err)
	}
}
