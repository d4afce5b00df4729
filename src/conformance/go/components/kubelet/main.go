// SPDX-License-Identifier: Apache-2.0

// Command kubelet answers with the flags of that component, of the minor version that its module file names; see package flags.
package main

import (
	"github.com/spf13/pflag"
	"k8s.io/kubernetes/cmd/kubelet/app/options"
	// The whole component, for what its packages set when they are loaded.
	_ "k8s.io/kubernetes/cmd/kubelet/app"

	"farstead/conformance/components/flags"
)

func main() {
	flags.Answer(kubeletFlags(), nil)
}

// The kubelet's command reads its arguments itself, into a set that it makes of these.
func kubeletFlags() *pflag.FlagSet {
	set := pflag.NewFlagSet("kubelet", pflag.ContinueOnError)
	config, err := options.NewKubeletConfiguration()
	if err != nil {
		panic(err)
	}
	options.NewKubeletFlags().AddFlags(set)
	options.AddKubeletConfigFlags(set, config)
	options.AddGlobalFlags(set)
	return set
}
