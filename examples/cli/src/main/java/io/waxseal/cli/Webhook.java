package io.waxseal.cli;

import picocli.CommandLine.Command;

@Command(
    name = "webhook",
    description =
        "Looks into webhooks that were captured as files, and delivers one to your own endpoint.")
final class Webhook extends Group {}
