#!/bin/sh
set -e
kubectl apply -f app.yaml
kubectl rollout status deployment/web
