// SPDX-License-Identifier: Apache-2.0

// Command rancherrender states what the k3s and RKE2 providers of agent 4.5.15 make of a cluster section: the files
// below /etc/rancher/k3s/config.d or /etc/rancher/rke2/config.d and the proxy environment file.
//
// It restates, in our words, the behaviour of github.com/kairos-io/provider-k3s v4.5.1 (commit 030ab68b4cba,
// pkg/provider/provider.go and api/agent_config.go) and of github.com/kairos-io/provider-rke2 v4.5.1 (commit
// 7149639a56f5, main.go) on the YAML libraries that the providers use, so that numbers, Booleans and reserved words
// turn out as they do on a node. One event a process, as the providers end on bad input.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
	kyaml "sigs.k8s.io/yaml"
)

const clusterNames = ".svc,.svc.cluster,.svc.cluster.local"

// event is what the agent tells the provider. NodeAddress stands for the first IPv4 interface address that is not
// loopback, in the form the kernel shows it: the address of the host with its prefix length, not the network.
type event struct {
	Flavor      string            `json:"flavor"`
	Role        string            `json:"role"`
	Token       string            `json:"token"`
	Host        string            `json:"host"`
	Config      string            `json:"config"`
	Env         map[string]string `json:"env"`
	NodeAddress string            `json:"nodeAddress"`
}

// agentKeys are the keys that reach a worker, with their types; all others are dropped without a message.
var agentKeys = map[string]any{
	"container-runtime-endpoint": "", "data-dir": "", "debug": false, "docker": false, "flannel-cni-conf-file": "",
	"flannel-conf": "", "flannel-iface": "", "kube-proxy-arg": []string{}, "kubelet-arg": []string{},
	"lb-server-port": 0, "node-external-ip": "", "node-ip": "", "node-label": []string{}, "node-name": "",
	"node-taint": []string{}, "pause-image": "", "private-registry": "", "protect-kernel-defaults": false,
	"resolv-conf": "", "selinux": false, "server": "", "snapshotter": "", "token": "", "token-file": "",
	"with-node-id": "",
}

func main() {
	log.SetFlags(0)
	var told event
	if err := json.NewDecoder(os.Stdin).Decode(&told); err != nil {
		log.Fatalf("event: %v", err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(render(told)); err != nil {
		log.Fatal(err)
	}
}

// render gives file contents by path.
func render(told event) map[string]string {
	var user, unit string
	var settings map[string]any
	switch told.Flavor {
	case "k3s":
		user, unit, settings = k3s(told)
	case "rke2":
		user, unit, settings = rke2(told)
	default:
		log.Fatalf("no such flavor: %q", told.Flavor)
	}
	provided, err := json.Marshal(settings)
	if err != nil {
		log.Fatal(err)
	}
	folder := "/etc/rancher/" + told.Flavor + "/config.d/"
	files := map[string]string{folder + "90_userdata.yaml": toJSON(user), folder + "99_userdata.yaml": string(provided)}
	if env := environment(told); env != "" {
		files["/etc/default/"+unit] = env
	}
	return files
}

func k3s(told event) (user, unit string, settings map[string]any) {
	settings = map[string]any{"token": told.Token}
	switch told.Role {
	case "init":
		settings["cluster-init"] = true
		settings["tls-san"] = []string{told.Host}
	case "controlplane":
		settings["server"] = "https://" + told.Host + ":6443"
		settings["tls-san"] = []string{told.Host}
	case "worker":
		settings["server"] = "https://" + told.Host + ":6443"
		return forWorker(told.Config), "k3s-agent", settings
	default:
		log.Fatalf("no such role: %q", told.Role)
	}
	return told.Config, "k3s", settings
}

// rke2 gives every role the whole configuration and all three of the provider's keys; the first server's is empty.
func rke2(told event) (user, unit string, settings map[string]any) {
	settings = map[string]any{
		"token": told.Token, "server": "https://" + told.Host + ":9345", "tls-san": []string{told.Host},
	}
	unit = "rke2-server"
	switch told.Role {
	case "init":
		settings["server"] = ""
	case "controlplane":
	case "worker":
		unit = "rke2-agent"
	default:
		log.Fatalf("no such role: %q", told.Role)
	}
	if told.Config == "" {
		return "{}", unit, settings
	}
	return told.Config, unit, settings
}

// forWorker keeps the agent keys. A value of another type ends the process; false, 0, "" and [] are left out.
func forWorker(config string) string {
	var fields []reflect.StructField
	for key, example := range agentKeys {
		fields = append(fields, reflect.StructField{
			Name: "K_" + strings.ReplaceAll(key, "-", "_"),
			Type: reflect.TypeOf(example),
			Tag:  reflect.StructTag(`yaml:"` + key + `,omitempty"`),
		})
	}
	kept := reflect.New(reflect.StructOf(fields)).Interface()
	if err := yaml.Unmarshal([]byte(config), kept); err != nil {
		log.Fatalf("worker: %v", err)
	}
	text, err := yaml.Marshal(kept)
	if err != nil {
		log.Fatal(err)
	}
	return string(text)
}

// toJSON gives empty text for what is not YAML, as the provider does, and null for empty text.
func toJSON(text string) string {
	converted, err := kyaml.YAMLToJSON([]byte(text))
	if err != nil {
		return ""
	}
	return string(converted)
}

// environment joins KEY=value lines; empty text means that there is no file.
func environment(told event) string {
	defaults := defaultNoProxy(told)
	var lines []string
	add := func(key, value string) {
		lines = append(lines, key+"="+value, "CONTAINERD_"+key+"="+value)
	}
	noProxy := ""
	for _, key := range []string{"HTTP_PROXY", "HTTPS_PROXY"} {
		if value := told.Env[key]; value != "" {
			add(key, value)
			noProxy = defaults
		}
	}
	if own := told.Env["NO_PROXY"]; own != "" {
		noProxy += "," + own
	}
	if noProxy != "" {
		add("NO_PROXY", noProxy)
	}
	return strings.Join(lines, "\n")
}

// defaultNoProxy is computed with or without a proxy, so missing ranges end the process in both cases.
func defaultNoProxy(told event) string {
	var config map[string]any
	if err := json.Unmarshal([]byte(toJSON(told.Config)), &config); err != nil {
		log.Fatalf("cluster.config: %v", err)
	}
	var parts []string
	if config != nil {
		for _, key := range []string{"cluster-cidr", "service-cidr"} {
			cidr, isText := config[key].(string)
			if !isText {
				log.Fatalf("cluster.config: %s must be there, as one string, or the provider panics", key)
			}
			if cidr != "" {
				parts = append(parts, cidr)
			}
		}
	}
	if config == nil && told.Flavor == "rke2" {
		return ""
	}
	parts = append(parts, told.NodeAddress, clusterNames)
	return fmt.Sprintf(",%s", strings.Join(parts, ","))
}
