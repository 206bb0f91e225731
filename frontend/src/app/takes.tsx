import { createRoot } from 'react-dom/client';
import { TakesPage } from '../performance/TakesPage';

createRoot(document.getElementById('root')!).render(<TakesPage />);
