package io.waxseal.cli;

import picocli.CommandLine.Command;

@Command(name = "optout", description = "Reads what customers ask for.")
final class OptOut extends Group {}
