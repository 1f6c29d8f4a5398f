package io.waxseal.cli;

import picocli.CommandLine.Command;

@Command(
    name = "people",
    description = "Shows what ties the contact points of people together, and takes it back.")
final class People extends Group {}
