// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/apis/apiserver/install"
	"k8s.io/apiserver/pkg/audit"
	"k8s.io/apiserver/pkg/audit/policy"
	"k8s.io/kubernetes/plugin/pkg/admission/eventratelimit"
	podsecurity "k8s.io/pod-security-admission/admission/api/load"
	"k8s.io/pod-security-admission/admission/api/validation"
)

// loaders read a file that an argument names, as the API server does at its start, but strictly.
var loaders = map[string]func(path string) error{
	"Policy":                 loadPolicy,
	"AdmissionConfiguration": loadAdmission,
}

func loadPolicy(path string) error {
	if err := decode(audit.Scheme, path); err != nil {
		return err
	}
	_, err := policy.LoadPolicyFromFile(path)
	return err
}

// What it says of plug-ins goes through the plug-ins' own loading and validation.
func loadAdmission(path string) error {
	scheme := runtime.NewScheme()
	install.Install(scheme)
	if err := decode(scheme, path); err != nil {
		return err
	}
	config, err := admission.ReadAdmissionConfiguration([]string{"PodSecurity", eventratelimit.PluginName}, path, scheme)
	if err != nil {
		return err
	}
	given, err := config.ConfigFor("PodSecurity")
	if err != nil {
		return err
	}
	if given != nil {
		if err := loadPodSecurity(given); err != nil {
			return err
		}
	}
	plugins := admission.NewPlugins()
	eventratelimit.Register(plugins)
	_, err = plugins.NewFromPlugins([]string{eventratelimit.PluginName}, config, admission.PluginInitializers{}, admission.Decorators{})
	return err
}

func loadPodSecurity(given io.Reader) error {
	config, err := podsecurity.LoadFromReader(given)
	if err != nil {
		return err
	}
	return validation.ValidatePodSecurityConfiguration(config).ToAggregate()
}

// decode refuses what the loading that follows would only warn of.
func decode(scheme *runtime.Scheme, path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	codecs := serializer.NewCodecFactory(scheme, serializer.EnableStrict)
	if _, _, err := codecs.UniversalDecoder().Decode(text, nil, nil); err != nil {
		return fmt.Errorf("strictly: %w", err)
	}
	return nil
}
