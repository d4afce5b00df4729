// SPDX-License-Identifier: Apache-2.0

// Command yipcheck hands files to the stage engine's own loader (github.com/mudler/yip v1.10.0).
//
// Standard input holds one JSON object a line: path, and whether the file is a pack's values file, which the agent
// hands on under a header of its own. One line of JSON answers each: the faults, the root keys, the steps by stage.
//
// The loader reports no error when a step has a wrong type: it drops every stage of the file. So the steps it
// loaded are counted against the steps in the file, which are read here as plain YAML nodes. Nor does it mind a user
// without a password, which it leaves empty.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/mudler/yip/pkg/schema"
	"gopkg.in/yaml.v2"
	nodes "gopkg.in/yaml.v3"
)

const header = "#cloud-config\n"

type question struct {
	Path string `json:"path"`
	Pack bool   `json:"pack"`
}

type answer struct {
	Path     string         `json:"path"`
	RootKeys []string       `json:"rootKeys"`
	Steps    map[string]int `json:"steps"`
	Faults   []string       `json:"faults"`
}

// strictFile takes unknown keys at the root, where they belong to other programs, and nowhere inside stages.
type strictFile struct {
	Stages map[string][]schema.Stage `yaml:"stages"`
	Others map[string]any            `yaml:",inline"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	encoder := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		if err := encoder.Encode(inspect(asked)); err != nil {
			panic(err)
		}
	}
	if err := lines.Err(); err != nil {
		panic(err)
	}
}

func inspect(asked question) (result answer) {
	result = answer{Path: asked.Path, Faults: []string{}}
	fault := func(format string, values ...any) {
		result.Faults = append(result.Faults, fmt.Sprintf(format, values...))
	}
	defer func() {
		if p := recover(); p != nil {
			fault("the loader panics: %v", p)
		}
	}()
	bytes, err := os.ReadFile(asked.Path)
	if err != nil {
		fault("%v", err)
		return result
	}
	text := string(bytes)
	if asked.Pack {
		text = header + text
	} else if !strings.HasPrefix(text, header) {
		fault("the first line is not #cloud-config")
	}

	written := read(text, &result, fault)
	loaded, err := schema.Load(text, nil, nil, nil)
	if err != nil {
		fault("the loader refuses the file: %v", err)
	} else {
		compare(written, loaded, fault)
		passwords(loaded, fault)
	}
	var strict strictFile
	if err := yaml.UnmarshalStrict(bytes, &strict); err != nil {
		fault("strict decoding of stages: %v", err)
	}
	return result
}

// read counts the steps that the file holds, by stage, and those that the loader makes from root keys.
func read(text string, result *answer, fault func(string, ...any)) map[string]int {
	result.Steps = map[string]int{}
	// The loader turns users, write_files, runcmd and the like into one step each of boot and initramfs, always.
	counts := map[string]int{"boot": 1, "initramfs": 1}
	var document nodes.Node
	if err := nodes.Unmarshal([]byte(text), &document); err != nil {
		fault("the file is not YAML: %v", err)
		return counts
	}
	if len(document.Content) == 0 || document.Content[0].Kind != nodes.MappingNode {
		fault("the file is not a map")
		return counts
	}
	root := document.Content[0].Content
	for i := 0; i+1 < len(root); i += 2 {
		result.RootKeys = append(result.RootKeys, root[i].Value)
		switch root[i].Value {
		case "growpart":
			var growpart struct{ Devices []string }
			if err := root[i+1].Decode(&growpart); err != nil {
				fault("growpart: %v", err)
			}
			counts["boot"] += len(growpart.Devices)
		case "stages":
			if root[i+1].Kind != nodes.MappingNode {
				fault("stages is not a map")
				continue
			}
			stages := root[i+1].Content
			for j := 0; j+1 < len(stages); j += 2 {
				if stages[j+1].Kind != nodes.SequenceNode {
					fault("stage %s is not a list of steps", stages[j].Value)
				}
				steps := len(stages[j+1].Content)
				result.Steps[stages[j].Value] = steps
				counts[stages[j].Value] += steps
			}
		}
	}
	return counts
}

func compare(written map[string]int, loaded *schema.YipConfig, fault func(string, ...any)) {
	for stage, steps := range written {
		if got := len(loaded.Stages[stage]); got != steps {
			fault("stage %s: %d steps written, %d loaded (root keys make one step each of boot and initramfs)",
				stage, steps, got)
		}
	}
	for stage := range loaded.Stages {
		if _, known := written[stage]; !known {
			fault("stage %s is loaded but not written", stage)
		}
	}
}

// passwords finds the users for whom the engine writes an empty password (pkg/plugins/user.go, createUser): whoever
// sits at the console logs in as one of them.
func passwords(loaded *schema.YipConfig, fault func(string, ...any)) {
	for stage, steps := range loaded.Stages {
		for _, step := range steps {
			for name, user := range step.Users {
				if user.PasswordHash == "" && !user.LockPasswd {
					fault("stage %s: user %s gets an empty password", stage, name)
				}
			}
		}
	}
}
