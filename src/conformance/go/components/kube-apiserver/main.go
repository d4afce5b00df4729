// SPDX-License-Identifier: Apache-2.0

// Command kube-apiserver answers with the flags of that component, of the minor version that its module file names; see package flags.
package main

import (
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
	"k8s.io/kubernetes/pkg/kubeapiserver/options"

	"farstead/conformance/components/flags"
)

func main() {
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
