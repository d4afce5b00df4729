// One module file a minor version of Kubernetes stands beside this one: go build -modfile=1.26.mod
module farstead/conformance/components

go 1.23.0
