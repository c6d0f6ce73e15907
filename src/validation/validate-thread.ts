/** A thread that validates files by themselves. */
import { serveScans } from '../archive/serve-scans.ts';
import { ValidationScan, type ScanNote, type ScanOptions } from './scan.ts';

serveScans<ScanOptions, ScanNote>((options, tell) => new ValidationScan(options, tell));
