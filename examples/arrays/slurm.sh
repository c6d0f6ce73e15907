#!/usr/bin/env bash
# Eight tasks make one run; a job after them brings it together. Submit both from one folder that all nodes see, in which edxgen is
# installed (and @aws-sdk/client-s3, for a bucket), or from a checkout; and set OUT and so on before, if at all:
#
#   job=$(sbatch --parsable slurm.sh)
#   sbatch --dependency=afterok:$job --wrap "npx edxgen merge ${OUT:-logs}"
#
# To make some of the eight again, submit those alone: sbatch --array=3 slurm.sh
#SBATCH --job-name=edxgen
#SBATCH --array=0-7
#SBATCH --cpus-per-task=1
#SBATCH --mem-per-cpu=2G
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=edxgen-%a.log
npx edxgen --users "${USERS:-100000}" --days "${DAYS:-30}" --servers 16 --jobs 1 --parts 8 --out "${OUT:-logs}" --resume && exit
status=$?
# It is tried again, three times, and goes on where it stopped. The task does not fail before: Slurm never forgets that one of an
# array has failed, and the merge would wait for ever.
[ "${SLURM_RESTART_COUNT:-0}" -lt 3 ] && scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
exit $status
