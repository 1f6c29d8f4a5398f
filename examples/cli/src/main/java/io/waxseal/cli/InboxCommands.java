package io.waxseal.cli;

import picocli.CommandLine.Command;

@Command(
    name = "inbox",
    description = "Looks after the events that a host has received and not handled yet.")
final class InboxCommands extends Group {}
