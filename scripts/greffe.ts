#!/usr/bin/env node
import { Command } from 'commander';

const program = new Command('greffe').description('French administrative PDFs in, a SQLite database with evidence out');

await program.parseAsync();
