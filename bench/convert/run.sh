#!/usr/bin/env bash
# Compares our converter with OpenCC's C++ library, and times it and its peers.
#
#   ./run.sh diff [MB]   all 16 schemes over texts that text makes (6 MB): no
#                        output may differ
#   ./run.sh race        the tables of README.md
#
# It needs go, g++, node, npm, and MARISA's headers (libmarisa-dev). What it
# builds and downloads goes to build/.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p build
build=$PWD/build

# peers gets the npm packages and builds the C++ library from the sources that
# the package opencc carries: the addon that it has built already wants a newer
# libstdc++ than many systems have.
peers() {
	local src=$build/node_modules/opencc
	if [ ! -d "$src" ]; then
		(cd "$build" && npm install --ignore-scripts --no-audit --no-fund opencc@1.4.2 opencc-js@1.4.2)
	fi
	cp peers/js.mjs "$build/"
	ln -sfn "$src/prebuilds/assets" "$build/assets"
	if [ ! -x "$build/cpp" ] || [ peers/cpp/main.cpp -nt "$build/cpp" ]; then
		local files=()
		local f
		for f in "$src"/src/*.cpp; do
			case ${f##*/} in
			*Test.cpp | py_opencc.cpp | DictConverter.cpp | PhraseExtract.cpp | ConversionAmbiguities.cpp | ConversionCandidates.cpp) ;;
			*) files+=("$f") ;;
			esac
		done
		g++ -O2 -std=c++17 -I"$src/src" -Ipeers/cpp -o "$build/cpp" peers/cpp/main.cpp "${files[@]}" -lmarisa -ldl -lpthread
	fi
	go build -o "$build/" ./ours ./text ./gopeer ./race
}

compare() {
	local dict=$build/node_modules/opencc/data/dictionary scheme bad=0
	"$build/text" -kind hard -size "$((${1:-6} * 1000000))" "$dict" >"$build/hard.txt"
	for scheme in s2t t2s s2tw tw2s s2twp tw2sp s2hk hk2s s2hkp hk2sp t2tw tw2t t2hk hk2t t2jp jp2t; do
		(cd "$build/assets" && "$build/cpp" "$scheme.json") <"$build/hard.txt" >"$build/cpp.out"
		"$build/ours" "$scheme" <"$build/hard.txt" >"$build/ours.out"
		if cmp "$build/cpp.out" "$build/ours.out" && ! cmp -s "$build/cpp.out" "$build/hard.txt"; then
			echo "$scheme: same, $(stat -c %s "$build/ours.out") bytes"
		else
			bad=1
		fi
	done
	return $bad
}

texts() {
	local dict=$build/node_modules/opencc/data/dictionary script
	for script in hans hant; do
		"$build/text" -kind prose -script $script -size 10000000 "$dict" >"$build/prose.$script"
		"$build/text" -kind prose -script $script -size 1000000 -seed 2 "$dict" >"$build/short.$script"
		"$build/text" -kind repeat -script $script -size 10000000 "$dict" >"$build/repeat.$script"
	done
}

peers
case ${1:-} in
diff) compare "${2:-6}" ;;
race)
	texts
	shift
	"$build/race" "$@" "$build"
	;;
*)
	echo "usage: ./run.sh diff [MB] | race [FLAGS]" >&2
	exit 2
	;;
esac
