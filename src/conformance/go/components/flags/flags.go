// SPDX-License-Identifier: Apache-2.0

// Package flags says what the flag set of a component takes. With the argument "list" the program writes one JSON object: its flags,
// feature gates and admission plug-ins. Otherwise the arguments are what is passed to the component, and the program writes why its
// flag set refuses that, or nothing.
package flags

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/pflag"
	"k8s.io/apiserver/pkg/util/feature"
	cliflag "k8s.io/component-base/cli/flag"
	"k8s.io/component-base/logs"
)

type flag struct {
	Type       string `json:"type"`
	Default    string `json:"default"`
	Deprecated bool   `json:"deprecated"`
}

type gate struct {
	Stage  string `json:"stage"`
	On     bool   `json:"on"`
	Locked bool   `json:"locked"`
}

type listing struct {
	Flags   map[string]flag `json:"flags"`
	Gates   map[string]gate `json:"gates"`
	Plugins map[string]bool `json:"plugins,omitempty"`
}

// Answer does what the arguments of the process ask for.
func Answer(set *pflag.FlagSet, plugins map[string]bool) {
	complete(set)
	if len(os.Args) == 2 && os.Args[1] == "list" {
		list(set, plugins)
		return
	}
	set.SetOutput(io.Discard)
	if err := set.Parse(os.Args[1:]); err != nil {
		fmt.Println(err)
	}
}

// complete does what the components' main functions do to their flags.
func complete(set *pflag.FlagSet) {
	set.SetNormalizeFunc(cliflag.WordSepNormalizeFunc)
	if set.Lookup("v") == nil {
		logs.AddFlags(set)
	}
	if set.Lookup("version") == nil {
		set.AddFlag(pflag.CommandLine.Lookup("version"))
	}
}

func list(set *pflag.FlagSet, plugins map[string]bool) {
	all := listing{map[string]flag{}, map[string]gate{}, plugins}
	set.VisitAll(func(f *pflag.Flag) {
		all.Flags[f.Name] = flag{f.Value.Type(), f.DefValue, f.Deprecated != ""}
	})
	for name, spec := range feature.DefaultMutableFeatureGate.GetAll() {
		all.Gates[string(name)] = gate{string(spec.PreRelease), spec.Default, spec.LockToDefault}
	}
	if err := json.NewEncoder(os.Stdout).Encode(all); err != nil {
		panic(err)
	}
}
