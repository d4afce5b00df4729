// SPDX-License-Identifier: Apache-2.0

// Command kubeadm answers with kubeadm's own code, of the minor version that its module file names. Standard input
// holds one JSON object a line, standard output one for each:
//
//   - {"load": PATH}: the faults that kubeadm's loading, strict decoding, defaulting and validation find in a file;
//   - {"render": EVENT}: the files that the kubeadm provider writes for a role, or the fault that ends it;
//   - {"fields": true}: every field of kubeadm's and the kubelet's configuration with the kind of its value;
//   - {"phases": true}: the phases of kubeadm init and kubeadm join.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"io"
	"os"

	"k8s.io/klog/v2"
)

type question struct {
	Load   string `json:"load"`
	Render *event `json:"render"`
	Fields bool   `json:"fields"`
	Phases bool   `json:"phases"`
}

type answer struct {
	Faults []string            `json:"faults"`
	Kinds  []string            `json:"kinds,omitempty"`
	Files  map[string]string   `json:"files,omitempty"`
	Fields map[string]string   `json:"fields,omitempty"`
	Phases map[string][]string `json:"phases,omitempty"`
}

func main() {
	silence()
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	encoder := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		var result answer
		switch {
		case asked.Fields:
			result.Fields = fields()
		case asked.Phases:
			result.Phases = phases()
		case asked.Render != nil:
			result = render(*asked.Render)
		default:
			result = load(asked.Load)
		}
		if err := encoder.Encode(result); err != nil {
			panic(err)
		}
	}
	if err := lines.Err(); err != nil {
		panic(err)
	}
}

// silence drops what kubeadm logs: what it only warns of is found by the strict decoding, which here is an error.
func silence() {
	flags := flag.NewFlagSet("klog", flag.PanicOnError)
	klog.InitFlags(flags)
	for name, value := range map[string]string{"logtostderr": "false", "stderrthreshold": "FATAL"} {
		if err := flags.Set(name, value); err != nil {
			panic(err)
		}
	}
	klog.SetOutput(io.Discard)
}
