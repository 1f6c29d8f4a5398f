package io.waxseal.cli;

import picocli.CommandLine.Command;

@Command(name = "audit", description = "Checks audit trails.")
final class Audit extends Group {}
