// SPDX-License-Identifier: Apache-2.0

package main

import (
	"reflect"
	"strings"

	"k8s.io/kubernetes/cmd/kubeadm/app/features"
)

const gates = "clusterConfiguration.featureGates"

// fields lists every field of the documents that cluster.config holds, with the kind of its value, by dotted path. Members of a list
// of structures stand below the list.
func fields() map[string]string {
	found := map[string]string{}
	collect(found, "", reflect.TypeOf(sections{}))
	found[gates] = "object"
	for name := range features.InitFeatureGates {
		found[gates+"."+name] = "boolean"
	}
	return found
}

func collect(found map[string]string, prefix string, structure reflect.Type) {
	for i := 0; i < structure.NumField(); i++ {
		field := structure.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "-" || !field.IsExported() {
			continue
		}
		value := field.Type
		if value.Kind() == reflect.Pointer {
			value = value.Elem()
		}
		if name == "" {
			collect(found, prefix, value)
			continue
		}
		kind, members := kindOf(value)
		found[prefix+name] = kind
		if members != nil {
			collect(found, prefix+name+".", members)
		}
	}
}

// kindOf says how a value is written, and for structures and lists of them what their members are.
func kindOf(value reflect.Type) (string, reflect.Type) {
	// These write themselves in a form of their own.
	switch value.Name() {
	case "TimeOrMetaDuration":
		return "interval", nil
	case "Time":
		return "time", nil
	case "Quantity", "QuantityValue":
		return "quantity", nil
	case "BootstrapTokenString":
		return "text", nil
	}
	switch kind := value.Kind(); {
	case kind == reflect.Bool:
		return "boolean", nil
	case kind == reflect.String:
		return "text", nil
	case kind == reflect.Float32 || kind == reflect.Float64:
		return "decimal", nil
	case kind >= reflect.Int && kind <= reflect.Uint64:
		return "integer", nil
	case kind == reflect.Slice && value.Elem().Kind() == reflect.String:
		return "texts", nil
	case kind == reflect.Slice:
		return "objects", value.Elem()
	case kind == reflect.Map:
		return ofEntries(value.Elem()), nil
	case kind == reflect.Struct && value.Name() == "Duration":
		return "duration", nil
	case kind == reflect.Struct:
		return "object", value
	default:
		return value.String(), nil
	}
}

func ofEntries(value reflect.Type) string {
	switch {
	case value.Name() == "Quantity":
		return "quantities"
	case value.Kind() == reflect.String:
		return "map"
	case value.Kind() == reflect.Bool:
		return "switches"
	case value.Kind() == reflect.Slice && value.Elem().Kind() == reflect.String:
		return "lists"
	default:
		return "map of " + value.String()
	}
}
