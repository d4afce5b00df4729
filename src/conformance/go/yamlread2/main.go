// SPDX-License-Identifier: Apache-2.0

// Command yamlread2 reads the YAML files named on standard input, one path a line, with gopkg.in/yaml.v2
// and prints one line of typed JSON for each.
package main

import (
	"bytes"
	"errors"
	"io"

	"farstead/conformance/typed"
	"gopkg.in/yaml.v2"
)

func main() {
	typed.Serve(func(text []byte) ([]any, error) {
		decoder := yaml.NewDecoder(bytes.NewReader(text))
		var documents []any
		for {
			var document any
			err := decoder.Decode(&document)
			if errors.Is(err, io.EOF) {
				return documents, nil
			}
			if err != nil {
				return nil, err
			}
			documents = append(documents, document)
		}
	})
}
