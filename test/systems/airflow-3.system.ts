import { airflowTests } from './airflow-tests.ts';

airflowTests('3');
