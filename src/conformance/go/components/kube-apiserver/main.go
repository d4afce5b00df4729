// SPDX-License-Identifier: Apache-2.0

// Command kube-apiserver answers with the flags of that component, of the minor version that its module file names; see package flags.
// With the arguments "load", a kind and a path it writes why the component refuses that file, or nothing.
package main

import (
	"fmt"
	"os"

	"k8s.io/kubernetes/cmd/kube-apiserver/app"
	"k8s.io/kubernetes/pkg/kubeapiserver/options"

	"farstead/conformance/components/flags"
)

func main() {
	if len(os.Args) == 4 && os.Args[1] == "load" {
		if err := loaders[os.Args[2]](os.Args[3]); err != nil {
			fmt.Println(err)
		}
		return
	}
	flags.Answer(app.NewAPIServerCommand().Flags(), plugins())
}

// Whether each admission plug-in is on by default, by its name.
func plugins() map[string]bool {
	off := options.DefaultOffAdmissionPlugins()
	known := map[string]bool{}
	for _, name := range options.AllOrderedPlugins {
		known[name] = !off.Has(name)
	}
	return known
}
