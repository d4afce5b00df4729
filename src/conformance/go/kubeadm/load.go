// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"sort"

	"k8s.io/apimachinery/pkg/runtime"
	kubeadmscheme "k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm/scheme"
	"k8s.io/kubernetes/cmd/kubeadm/app/componentconfigs"
	kubeadmutil "k8s.io/kubernetes/cmd/kubeadm/app/util"
	"k8s.io/kubernetes/cmd/kubeadm/app/util/config/strict"
)

// load takes a file of one or more documents as `kubeadm init --config` or `kubeadm join --config` would, but strictly;
// of a file without their configurations the documents alone are decoded.
func load(path string) (result answer) {
	result.Faults = []string{}
	fault := func(err error) {
		if err != nil {
			result.Faults = append(result.Faults, err.Error())
		}
	}
	defer func() {
		if p := recover(); p != nil {
			fault(fmt.Errorf("kubeadm panics: %v", p))
		}
	}()
	text, err := os.ReadFile(path)
	if err != nil {
		fault(err)
		return result
	}
	documents, err := kubeadmutil.SplitYAMLDocuments(text)
	if err != nil {
		fault(err)
		return result
	}
	schemes := []*runtime.Scheme{kubeadmscheme.Scheme, componentconfigs.Scheme}
	init, join := false, false
	for kind, document := range documents {
		result.Kinds = append(result.Kinds, kind.Kind)
		fault(strict.VerifyUnmarshalStrict(schemes, kind, document))
		init = init || kubeadmutil.GroupVersionKindsHasInitConfiguration(kind) ||
			kubeadmutil.GroupVersionKindsHasClusterConfiguration(kind)
		join = join || kubeadmutil.GroupVersionKindsHasJoinConfiguration(kind)
	}
	sort.Strings(result.Kinds)
	// A join configuration beside an init configuration is not read: kubeadm takes such a file on a running node.
	switch {
	case init:
		fault(loadInit(path))
	case join:
		fault(loadJoin(path))
	}
	sort.Strings(result.Faults)
	return result
}
